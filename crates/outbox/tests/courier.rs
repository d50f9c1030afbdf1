//! The courier, against the practice server: what was sent is written down first, and what became of it after.
#![allow(clippy::unwrap_used)] // a test ends at the first surprise

use std::path::PathBuf;
use std::sync::Arc;

use outbox::{Delivery, DraftText, Outbox, Outcome, Sender, Sent, deliver};
use practice_server::{Fault, Options, PracticeServer};
use service_crm::{
    Account, CancellationToken, Change, Client, Code, Effect, Host, Keys, Organisation, UpdateFault,
};
use tempfile::TempDir;

const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";

struct Desk {
    folder: TempDir,
    server: PracticeServer,
    client: Client,
}

impl Desk {
    async fn new() -> Self {
        let server = PracticeServer::start(Options { limit: None, ..Options::default() }).await.unwrap();
        let (host, _) = Host::parse(&server.base_url()).unwrap();
        let keys = Keys::new(server.access_key(), server.secret_key()).unwrap();
        let organisation = Organisation::parse(server.organisation()).unwrap();
        let client = Client::new(Account::new(host, organisation, keys)).unwrap();
        Self { folder: TempDir::new().unwrap(), server, client }
    }

    fn open(&self) -> Outbox {
        Outbox::open(&self.folder.path().join("outbox.db")).unwrap()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn draft(&self, outbox: &Outbox, value: &str) {
        let changes = vec![Change { field: "Status".into(), value: value.into() }];
        outbox.save_draft(&DraftText { ticket: "#143".into(), lead: LEAD.into(), changes }).unwrap();
        outbox.attach(&[self.file("a.pdf", "a"), self.file("b.pdf", "b")]).unwrap();
    }

    async fn deliver(&self, outbox: &Outbox) -> Sent {
        self.deliver_until(outbox, &CancellationToken::new()).await
    }

    async fn deliver_until(&self, outbox: &Outbox, cancel: &CancellationToken) -> Sent {
        let sender = Sender { account: "acme".into(), account_name: "Acme".into() };
        deliver(outbox, &self.client, &sender, cancel, |_| (), || 1_700_000_000_000).await.unwrap()
    }
}

fn settled(sent: Sent) -> Delivery {
    match sent {
        Sent::Settled(delivery) => *delivery,
        Sent::Faults(faults) => panic!("{faults:?}"),
    }
}

fn is_empty(outbox: &Outbox) -> bool {
    let draft = outbox.draft().unwrap();
    draft.text == DraftText::default() && draft.files.is_empty()
}

#[tokio::test]
async fn what_was_done_is_in_the_history_and_out_of_the_draft() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.draft(&outbox, "On Hold");
    let delivery = settled(desk.deliver(&outbox).await);
    assert!(matches!(delivery.outcome, Outcome::Done { .. }));
    assert!(is_empty(&outbox));
    drop(outbox);
    let history = desk.open().history(None, 10).unwrap();
    assert_eq!(history.deliveries, [delivery]);
    let kept = &history.deliveries[0];
    assert_eq!((kept.ticket.as_str(), kept.account_name.as_str()), ("143", "Acme"));
    assert_eq!(kept.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.pdf", "b.pdf"]);
    assert_eq!(kept.ended_at, Some(1_700_000_000_000));
}

#[tokio::test]
async fn a_failure_leaves_the_draft_as_it_was() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.draft(&outbox, "On Hold");
    let before = outbox.draft().unwrap();
    for (fault, effect) in
        [("refuse", Effect::NotSent), ("failure-in-200", Effect::NotDone), ("cut-applied", Effect::MayBeDone)]
    {
        desk.server.inject(fault.parse::<Fault>().unwrap());
        let delivery = settled(desk.deliver(&outbox).await);
        assert!(
            matches!(delivery.outcome, Outcome::Failed { failure } if failure.effect == effect),
            "{fault}"
        );
        assert_eq!(outbox.draft().unwrap(), before, "{fault}");
    }
    assert_eq!(outbox.history(None, 10).unwrap().deliveries.len(), 3);
}

#[tokio::test]
async fn a_faulty_draft_is_not_sent_and_makes_no_delivery() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let Sent::Faults(faults) = desk.deliver(&outbox).await else { panic!("sent") };
    assert_eq!(faults, [UpdateFault::TicketEmpty, UpdateFault::LeadEmpty, UpdateFault::NothingToSend]);
    assert_eq!(outbox.history(None, 10).unwrap().deliveries, []);
    assert_eq!(desk.server.record().calls, 0);
}

#[tokio::test]
async fn a_file_that_changed_since_it_was_attached_stops_the_delivery() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.draft(&outbox, "On Hold");
    desk.file("b.pdf", "longer than before");
    let delivery = settled(desk.deliver(&outbox).await);
    let Outcome::Failed { failure } = delivery.outcome else { panic!("{:?}", delivery.outcome) };
    assert_eq!(failure.code, Code::FileChanged { file: "b.pdf".into() });
    assert_eq!(desk.server.record().calls, 0);
}

#[tokio::test]
async fn a_file_that_is_added_while_a_delivery_is_under_way_stays_in_the_draft() {
    let desk = Arc::new(Desk::new().await);
    let outbox = Arc::new(desk.open());
    desk.draft(&outbox, "On Hold");
    desk.server.inject("slow-answer-1".parse::<Fault>().unwrap());
    let (on, at) = (desk.clone(), outbox.clone());
    let delivering = tokio::spawn(async move { on.deliver(&at).await });
    desk.server.wait_for_applied(1).await;
    outbox.attach(&[desk.file("late.pdf", "late")]).unwrap();
    settled(delivering.await.unwrap());
    let left: Vec<_> =
        outbox.draft().unwrap().files.iter().map(|file| file.attachment.name().to_owned()).collect();
    assert_eq!(left, ["late.pdf"]);
}

#[tokio::test]
async fn what_the_app_did_not_live_to_see_is_interrupted_and_not_forgotten() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.draft(&outbox, "On Hold");
    desk.server.inject("silence-applied".parse::<Fault>().unwrap());
    {
        let cancel = CancellationToken::new();
        let delivering = desk.deliver_until(&outbox, &cancel);
        // The app ends here: the future is dropped, nothing more is written.
        tokio::select! {
            _ = delivering => panic!("the server never answers"),
            () = desk.server.wait_for_applied(1) => {}
        }
    }
    assert_eq!(outbox.history(None, 1).unwrap().deliveries[0].outcome, Outcome::Sending);
    drop(outbox);
    let outbox = desk.open();
    assert_eq!(outbox.history(None, 1).unwrap().deliveries[0].outcome, Outcome::Interrupted);
    assert!(!is_empty(&outbox));
}

#[tokio::test]
async fn a_delivery_can_be_used_again_and_says_which_files_cannot() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    desk.draft(&outbox, "On Hold");
    let delivery = settled(desk.deliver(&outbox).await);
    std::fs::remove_file(desk.folder.path().join("a.pdf")).unwrap();
    outbox.save_draft(&DraftText { ticket: "1".into(), ..DraftText::default() }).unwrap();
    let attached = outbox.use_again(delivery.id).unwrap();
    assert_eq!((attached.added, attached.left.len()), (1, 1));
    let draft = outbox.draft().unwrap();
    assert_eq!((draft.text.ticket.as_str(), draft.text.changes[0].value.as_str()), ("143", "On Hold"));
}

#[tokio::test]
async fn history_comes_in_pages_newest_first() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    for value in ["Open", "On Hold", "Resolved"] {
        desk.draft(&outbox, value);
        settled(desk.deliver(&outbox).await);
    }
    let values = |before, most| {
        let page = outbox.history(before, most).unwrap();
        let values: Vec<_> = page.deliveries.iter().map(|d| d.changes[0].value.clone()).collect();
        (values, page.more, page.deliveries.last().map(|d| d.id))
    };
    let (first, more, last) = values(None, 2);
    assert_eq!((first, more), (vec!["Resolved".into(), "On Hold".into()], true));
    let (second, more, _) = values(last, 2);
    assert_eq!((second, more), (vec!["Open".into()], false));
}
