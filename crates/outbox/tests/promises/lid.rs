//! A laptop that is shut in the middle of an upload: the whole process stands for longer than any silence is borne, the
//! clock goes on without it, and the network may be another one when it goes on.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use faulty_wire::{Harm, Point, Wire};
use outbox::{Outbox, State};
use service_crm::{Account, Client, Host, Keys, Limits, Organisation};

use crate::desk::{Carrying, Desk, Desks, draft, send_off};

const FOLDER: &str = "TICKET_COURIER_TEST_LID";
const ACCOUNT: &str = "account";
/// How long a silence is borne here.
const STALL: Duration = Duration::from_secs(3);
/// More than the buffers between the laptop and the server hold.
const LARGE: usize = 16 * 1024 * 1024;
const SMALL: usize = 1000;

/// The laptop: it carries the one delivery that there is until nothing goes by itself any more. Among the other tests,
/// where no folder is named, there is nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn a_laptop() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let account = std::fs::read_to_string(Path::new(&folder).join(ACCOUNT)).unwrap();
    let [address, organisation, access, secret] = account.lines().collect::<Vec<_>>()[..] else { panic!() };
    let keys = Keys::new(access, secret).unwrap();
    let account =
        Account::new(Host::parse(address).unwrap().0, Organisation::parse(organisation).unwrap(), keys);
    let client = Client::with_limits(account, Limits { stall: STALL, ..Limits::default() }).unwrap();
    let outbox = Outbox::open(&Path::new(&folder).join("app")).unwrap();
    let carrying = Carrying::start(&outbox, Desks(Some(client)));
    carrying.until(1, |delivery| !matches!(delivery.state, State::Waiting | State::Sending)).await;
    carrying.courier.stop().await;
}

struct Laptop(Child);

impl Laptop {
    fn start(folder: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "lid::a_laptop", "--nocapture"]).env(FOLDER, folder);
        Self(command.stdout(Stdio::piped()).spawn().unwrap())
    }

    fn signal(&self, signal: &str) {
        let id = self.0.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    async fn until_settled(&mut self) {
        let mut printed = self.0.stdout.take().unwrap();
        let said = tokio::task::spawn_blocking(move || {
            let mut said = String::new();
            printed.read_to_string(&mut said).unwrap();
            said
        });
        let said = said.await.unwrap();
        assert!(self.0.wait().unwrap().success(), "{said}");
    }
}

impl Drop for Laptop {
    fn drop(&mut self) {
        // After a test that failed. Most have ended by themselves.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The connection's fate while the laptop sleeps.
#[derive(Debug, Clone, Copy)]
enum Meanwhile {
    /// A connection that is as before when the laptop goes on.
    Stays,
    /// The server gives it up.
    IsReset,
    /// The laptop has another address: nothing comes through any more, and nobody says so.
    IsLost,
}

/// Shuts the lid at a point of an update; says how it ended, after how many attempts, how many of them had crossed the
/// line of no return, and how often the server did it.
async fn shut(at: Point, meanwhile: Meanwhile) -> (State, usize, usize, usize) {
    let desk = Desk::new().await;
    let wire = Wire::start(desk.server.base_url().strip_prefix("http://").unwrap().parse().unwrap()).await;
    let wire = wire.unwrap();
    let server = &desk.server;
    let account =
        [&wire.base_url(), server.organisation(), server.access_key(), server.secret_key()].join("\n");
    std::fs::write(desk.folder.path().join(ACCOUNT), account).unwrap();
    let outbox = desk.open();
    draft(&outbox, 143, "On Hold");
    let size = if at == Point::MidBody { LARGE } else { SMALL };
    outbox.attach(&[desk.file("film.mp4", vec![7; size])]).unwrap();
    send_off(&outbox);
    outbox.rest().unwrap();
    drop(outbox);

    wire.next(Harm::Stall(at));
    let mut laptop = Laptop::start(desk.folder.path());
    wire.wait_for_harm(1).await;
    laptop.signal("-STOP");
    match meanwhile {
        Meanwhile::Stays => wire.release(),
        Meanwhile::IsReset => {
            wire.down().await.unwrap();
            wire.up().await.unwrap();
        }
        Meanwhile::IsLost => {}
    }
    // The sleep itself, and no waiting for anything: the laptop stands and hears nothing.
    tokio::time::sleep(STALL * 2).await;
    laptop.signal("-CONT");
    laptop.until_settled().await;

    let outbox = desk.open();
    let attempts = outbox.attempts(1).unwrap();
    let released = attempts.iter().filter(|attempt| attempt.released_at.is_some()).count();
    (outbox.delivery(1).unwrap().state, attempts.len(), released, desk.server.record().applied.len())
}

/// Two sleeps at once: most of each is waiting.
async fn both<T>(one: impl Future<Output = T>, other: impl Future<Output = T>) -> [T; 2] {
    let (one, other) = tokio::join!(one, other);
    [one, other]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_goes_on_where_it_stood_when_the_connection_has_borne_the_sleep() {
    assert_eq!(shut(Point::MidBody, Meanwhile::Stays).await, (State::Done, 1, 1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_whose_connection_has_not_borne_the_sleep_goes_again_by_itself() {
    let again = (State::Done, 2, 1, 1);
    let ends = both(shut(Point::MidBody, Meanwhile::IsReset), shut(Point::MidBody, Meanwhile::IsLost)).await;
    assert_eq!(ends, [again, again]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_came_during_the_sleep_is_heard() {
    let once = (State::Done, 1, 1, 1);
    let ends = both(shut(Point::AfterBody, Meanwhile::Stays), shut(Point::MidAnswer, Meanwhile::Stays)).await;
    assert_eq!(ends, [once, once]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_the_sleep_has_cost_leads_to_a_question_and_is_not_sent_again() {
    let asked = (State::MayBeDone, 1, 1, 1);
    let ends =
        both(shut(Point::AfterBody, Meanwhile::IsReset), shut(Point::AfterBody, Meanwhile::IsLost)).await;
    assert_eq!(ends, [asked, asked]);
}
