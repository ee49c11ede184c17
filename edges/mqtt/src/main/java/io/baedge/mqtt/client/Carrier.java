package io.baedge.mqtt.client;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/// What carries the MQTT bytes to the server at this address, which is resolved already.
public sealed interface Carrier {
  /// Where the socket goes.
  InetSocketAddress server();

  /// A TCP connection that carries nothing else.
  record Plain(InetSocketAddress server) implements Carrier {}

  /// A WebSocket over HTTP, subprotocol `mqtt`: for networks that let only web traffic pass.
  ///
  /// @param host as the server calls itself, for the `Host` header
  /// @param path of the WebSocket, for example `/mqtt`
  record WebSocket(InetSocketAddress server, String host, String path) implements Carrier {
    private static final int LONGEST = 255;

    public WebSocket {
      if (!path.matches("/[!-~]*") || path.length() > LONGEST) {
        throw new IllegalArgumentException(
            "the path of a WebSocket begins with / and has at most 255 plain characters, not '"
                + path
                + "'");
      }
      if (!host.matches("[!-~]{1,255}")) {
        throw new IllegalArgumentException("'" + host + "' cannot be the host of a WebSocket");
      }
    }
  }

  /// The same inside TLS.
  ///
  /// @param inside a TCP connection or a WebSocket
  /// @param context whom to trust
  /// @param host the certificate must be for; an IPv6 address without brackets
  record Secure(Carrier inside, SSLContext context, String host) implements Carrier {
    public Secure {
      if (inside instanceof Secure) {
        throw new IllegalArgumentException("TLS inside TLS is not there; give a plain carrier");
      }
    }

    @Override
    public InetSocketAddress server() {
      return inside.server();
    }
  }
}
