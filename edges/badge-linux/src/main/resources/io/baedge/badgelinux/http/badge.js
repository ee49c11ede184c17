const byId = (id) => document.getElementById(id);
const sentence = (text) => { byId('screen').textContent = text; };
const internal = ['claim', 'replaced', 'announcement', 'identify'];
let shown = '';
let words = '';
let token = sessionStorage.getItem('token') ?? '';

async function json(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  return answer.json();
}

// The badge's short words come as HTML with what is foreign escaped.
const plain = (html) => new DOMParser().parseFromString(html, 'text/html').body.textContent;

async function send(path, form, done) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  try {
    const answer = await fetch(path, { method: 'POST', headers, body: new URLSearchParams(form) });
    byId('owner').hidden = answer.status !== 401;
    sentence(answer.ok ? done : plain(await answer.text()));
    if (answer.ok) {
      words = ''; // what became of it may be known already: the next look says it again
    }
  } catch {
    sentence('The badge does not answer; nothing was changed.');
  }
}

async function choose(name) {
  sentence(`Drawing ${name} …`);
  const path = name === 'clear' ? '/v1/device/clear' : '/v1/device/write';
  await send(path, { screen: name }, `${name} is on its way to the glass.`);
}

// The same as the keys of a HAT: a click is a press, a long one a hold.
const holdMs = 800;
function key({ number, press, hold }) {
  const button = document.createElement('button');
  let downAt = 0;
  button.type = 'button';
  button.textContent = number;
  button.title = `press: ${press}; hold: ${hold}`;
  button.setAttribute('aria-label', `Button ${number}, ${press}`);
  button.addEventListener('pointerdown', () => { downAt = performance.now(); });
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('click', (event) => {
    const held = event.detail > 0 && performance.now() - downAt >= holdMs;
    const action = held ? hold : press;
    send(`/v1/device/buttons/${number}`, held ? { press: 'hold' } : {}, `Button ${number}: ${action}.`);
  });
  return button;
}

async function keys() {
  const { buttons: all } = await json('/v1/device/buttons');
  byId('keys').append(...all.map(key));
}

let offered = '';

function buttons(screens, wanted) {
  if (screens.join() !== offered) {
    offered = screens.join();
    byId('screens').replaceChildren();
    for (const name of [...screens.filter((s) => !internal.includes(s)), 'clear']) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', () => choose(name));
      byId('screens').append(button);
    }
  }
  for (const button of byId('screens').children) {
    button.setAttribute('aria-pressed', String(button.textContent === (wanted || 'clear')));
  }
}

// The picture is fetched only when its tag, the hash of what is on the glass, has changed. A badge
// that has no picture says so with an empty hash in its list of screens.
function picture(hash) {
  if (hash === shown) {
    return;
  }
  byId('glass').hidden = !hash;
  if (hash) {
    byId('glass').src = `/v1/device/frame.png?${hash}`;
  } else {
    byId('glass').removeAttribute('src');
  }
  shown = hash;
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
    const { screens, wanted, hash, status, problems } = await json('/v1/device/screens');
    byId('device').textContent = desired.badge ? `${desired.badge} · device ${uplink.device}` : `device ${uplink.device}`;
    rows([
      ['Hub', uplink.state + (uplink.state === 'connected' || !uplink.lastProblem ? '' : `, ${uplink.lastProblem}`)],
      ['Link', uplink.state === 'alone' ? 'not used' : uplink.link],
      ['Battery', power.batteryPercent == null ? `unknown${power.gauge.problem ? `: ${power.gauge.problem}` : ''}` : `${power.batteryPercent} %`],
      ['Power', power.source ?? 'unknown'],
      ['Records', `${outbox.taken} taken, ${outbox.waiting} waiting`],
      ['Card', outbox.card],
      ['Desired', `revision ${desired.revision}`],
      ...(problems ?? []).map((problem) => ['Screens', problem]),
    ]);
    buttons(screens, wanted);
    picture(hash);
    if (status !== words) {
      words = status;
      sentence(status);
    }
    if (!byId('keys').childElementCount) {
      await keys();
    }
  } catch {
    words = 'The badge does not answer; trying again.';
    sentence(words);
  }
}

byId('owner').addEventListener('submit', (event) => {
  event.preventDefault();
  token = byId('token').value;
  sessionStorage.setItem('token', token);
  byId('owner').hidden = true;
  sentence('Now choose a screen again.');
});

// One look after the other, also when the badge answers slowly.
async function watch() {
  if (!document.hidden) {
    await look();
  }
  setTimeout(watch, 2000);
}

watch();
