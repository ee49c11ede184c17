const byId = (id) => document.getElementById(id);
const sentence = (text) => { byId('screen').textContent = text; };
let shown = '';

async function json(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  return answer.json();
}

async function choose(name) {
  sentence(`Drawing ${name} …`);
  const path = name === 'clear' ? '/v1/device/clear' : '/v1/device/write';
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams({ screen: name }) });
  sentence(answer.ok ? `${name} is on its way to the glass.` : await answer.text());
  look();
}

async function buttons() {
  const { screens } = await json('/v1/device/screens');
  for (const name of [...screens.filter((s) => !['claim', 'replaced', 'announcement', 'identify'].includes(s)), 'clear']) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => choose(name));
    byId('screens').append(button);
  }
}

function rows(pairs) {
  const list = byId('state');
  list.replaceChildren();
  for (const [term, text] of pairs) {
    const dt = document.createElement('dt');
    dt.textContent = term;
    const dd = document.createElement('dd');
    dd.textContent = text;
    list.append(dt, dd);
  }
}

async function look() {
  try {
    const [power, uplink, outbox, desired] = await Promise.all(
      ['power', 'uplink', 'outbox', 'desired'].map((part) => json(`/v1/status/${part}`)));
    const screen = await (await fetch('/v1/status/screen', { cache: 'no-store' })).text();
    byId('device').textContent = desired.badge ? `${desired.badge} · device ${uplink.device}` : `device ${uplink.device}`;
    rows([
      ['Hub', uplink.state + (uplink.state === 'connected' || !uplink.lastProblem ? '' : `, ${uplink.lastProblem}`)],
      ['Link', uplink.link],
      ['Battery', power.batteryPercent == null ? 'unknown' : `${power.batteryPercent} %`],
      ['Power', power.source ?? 'unknown'],
      ['Records', `${outbox.taken} taken, ${outbox.waiting} waiting`],
      ['Card', outbox.card],
      ['Desired', `revision ${desired.revision}`],
    ]);
    if (screen !== shown) {
      shown = screen;
      sentence(screen);
      byId('glass').src = `/v1/device/frame.png?t=${Date.now()}`;
    }
  } catch {
    sentence('The badge does not answer; trying again.');
  }
}

buttons();
look();
setInterval(look, 2000);
