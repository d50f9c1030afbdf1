//! One question to the account, and again while it is told to wait.

use std::time::Duration;

use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::code::Code;
use crate::effect::Effect;
use crate::failure::Failure;
use crate::no_connection::{no_connection, not_secure};
use crate::pacer::Errand;
use crate::place::Host;
use crate::reply::Reply;
use crate::transport::{Broken, Question};

/// The whole of one question; a server that needs longer is not well.
const PATIENCE: Duration = Duration::from_secs(30);

impl Client {
    /// Asks a host of the account, in its turn, and again for as long as the answer is 429. What any other answer
    /// says is for the caller to find out.
    pub(crate) async fn ask(
        &self,
        host: &Host,
        request: impl Fn() -> Question,
        cancel: &CancellationToken,
    ) -> Result<Reply, Failure> {
        loop {
            let turn = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(Failure::cancelled(Effect::NotSent)),
                turn = self.pacer.turn(Errand::Reading, |_, _| ()) => turn,
            };
            turn.left();
            let reply = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(Failure::cancelled(Effect::NotDone)),
                reply = self.ask_once(host, request()) => reply?,
            };
            if !reply.is_too_many() {
                turn.accepted();
                return Ok(reply);
            }
            turn.too_many(reply.retry_after);
            self.pacer.learn(reply.allowance());
        }
    }

    async fn ask_once(&self, host: &Host, question: Question) -> Result<Reply, Failure> {
        let asking = async {
            let address = question.address().clone();
            let response = self.transport.exchange(&address, question.whole()).await?;
            Ok::<_, Broken>(Reply::read(response, host, self.limits, &self.account.keys).await)
        };
        let patience = PATIENCE.min(self.limits.connect.saturating_add(self.limits.stall));
        let code = match timeout(patience, asking).await {
            Ok(Ok(reply)) => return Ok(reply),
            Ok(Err(Broken::NoWay(why))) => {
                let failure = no_connection(self, host, why).await;
                return Err(failure);
            }
            Ok(Err(Broken::Exchange(error))) => not_secure(host, &error).unwrap_or(Code::BrokeBeforeAnswer),
            Err(_) => Code::NoAnswer { seconds: patience.as_secs() },
        };
        Err(Failure::reading(code))
    }
}
