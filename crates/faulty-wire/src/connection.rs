//! One connection: both its sides, made and ended.

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::watch,
};

use crate::call::{Call, End, Given};

/// Carries one connection to its end. Both sides are reset when `unplugged` changes.
pub async fn carry(
    mut client: TcpStream,
    server: SocketAddr,
    given: Given,
    mut unplugged: watch::Receiver<()>,
) {
    let counts = Arc::clone(&given.counts);
    let connected = tokio::select! {
        connected = TcpStream::connect(server) => connected,
        _ = unplugged.changed() => return reset(client),
    };
    let Ok(mut server) = connected else { return reset(client) };
    // Errors here would only cost speed: small pieces would wait for one another.
    let _ = (client.set_nodelay(true), server.set_nodelay(true));

    let end = tokio::select! {
        end = Call::new(&mut client, &mut server, given).pass() => end,
        _ = unplugged.changed() => End::Broken,
    };
    match end {
        End::Closed => {}
        End::Broken => {
            reset(client);
            reset(server);
        }
        End::Reset => {
            reset(client);
            reset(server);
            counts.add(|passed| passed.harms += 1);
        }
        End::Cut => {
            // An error means that the side is gone already.
            let _ = (server.shutdown().await, client.shutdown().await);
            counts.add(|passed| passed.harms += 1);
            tokio::select! {
                _ = async { tokio::join!(throw_away(&mut client), throw_away(&mut server)) } => {}
                _ = unplugged.changed() => {
                    reset(client);
                    reset(server);
                }
            }
        }
    }
}

fn reset(stream: TcpStream) {
    // It fails on a socket that is gone, and then there is nothing to reset.
    let _ = stream.set_zero_linger();
}

async fn throw_away(stream: &mut TcpStream) {
    let mut scrap = [0; 16 * 1024];
    while stream.read(&mut scrap).await.is_ok_and(|bytes| bytes > 0) {}
}
