//! The field catalogues that accounts were asked for: kept for the next start, one file for each account.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use outbox::private::make_folder;
use serde::{Deserialize, Serialize};
use service_crm::{CancellationToken, Client, Code, Failure};
use team_setup::{SetupField, SetupKind};

use crate::atomic_file;
use crate::fields;

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;
/// How old a catalogue may become before it is renewed, in milliseconds.
const FRESH: i64 = DAY;
/// How long it is believed that an account may not read its catalogue. Its keys may become an administrator's.
const REFUSED: i64 = 30 * DAY;
/// How long after a reading that failed the next one is tried.
const REST: i64 = 10 * MINUTE;

/// An account's catalogue as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct KeptCatalogue {
    /// Milliseconds since 1970.
    read_at: i64,
    became: Became,
}

/// The outcome of asking for a catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Became {
    Fields(Vec<SetupField>),
    /// Not all of them.
    Some {
        fields: Vec<SetupField>,
        lacks: Lacks,
    },
    /// Only an administrator's keys may ask.
    Refused,
}

/// The parts of its catalogue that an account has and did not tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Lacks {
    /// So many fields more, by its own count.
    pub fields: usize,
    /// Lists whose values could not be read, by the fields' names.
    pub lists: Vec<String>,
}

/// All of them, and which are being read.
pub(crate) struct Catalogues {
    folder: PathBuf,
    kept: Mutex<HashMap<String, Option<Arc<KeptCatalogue>>>>,
    asked: Mutex<HashMap<String, Asked>>,
}

enum Asked {
    UnderWay(CancellationToken),
    /// Without a result, at this time.
    InVain(i64),
}

impl Catalogues {
    /// Reads nothing yet; the folder is made when something is kept.
    pub(crate) fn of_folder(folder: PathBuf) -> Self {
        Self { folder, kept: Mutex::default(), asked: Mutex::default() }
    }

    /// The account's fields, if it has told them; the first question of each account blocks on the disk.
    pub(crate) fn of(&self, account: &str) -> Option<(Vec<SetupField>, Lacks)> {
        let told = match &self.kept(account)?.became {
            Became::Fields(fields) => (fields.clone(), Lacks::default()),
            Became::Some { fields, lacks } => (fields.clone(), lacks.clone()),
            Became::Refused => return None,
        };
        Some(told).filter(|(fields, _)| !fields.is_empty())
    }

    /// Begins a reading, if it is time for one and none is under way. It ends with [`Catalogues::end`].
    pub(crate) fn begin(&self, account: &str, now: i64) -> Option<CancellationToken> {
        let kept = self.kept(account);
        let keeps = kept.as_ref().map(|kept| match kept.became {
            Became::Fields(_) | Became::Some { .. } => (kept.read_at, FRESH),
            Became::Refused => (kept.read_at, REFUSED),
        });
        let mut asked = lock(&self.asked);
        let rests = match asked.get(account) {
            Some(Asked::UnderWay(_)) => return None,
            Some(Asked::InVain(at)) => Some((*at, REST)),
            None => None,
        };
        // A clock that was set back makes it come from the future: then it does not count.
        if [keeps, rests].into_iter().flatten().any(|(at, long)| (0..long).contains(&(now - at))) {
            return None;
        }
        let stop = CancellationToken::new();
        asked.insert(account.to_owned(), Asked::UnderWay(stop.clone()));
        Some(stop)
    }

    /// Ends a reading: keeps what it found, and says whether that is something new. One that was stopped is forgotten:
    /// the account is another by now.
    ///
    /// # Errors
    /// When it cannot be written; it holds until the app is closed.
    pub(crate) fn end(
        &self,
        account: &str,
        stop: &CancellationToken,
        became: Option<Became>,
        now: i64,
    ) -> io::Result<bool> {
        let kept = became.map(|became| Arc::new(KeptCatalogue { read_at: now, became }));
        // Written before it counts: an account that becomes another meanwhile stops the reading, and that is seen below.
        let written = match &kept {
            Some(kept) if !stop.is_cancelled() => self.write(account, kept),
            _ => Ok(()),
        };
        let mut asked = lock(&self.asked);
        if stop.is_cancelled() {
            drop(asked);
            self.remove(account);
            return Ok(false);
        }
        let Some(kept) = kept else {
            asked.insert(account.to_owned(), Asked::InVain(now));
            return Ok(false);
        };
        asked.remove(account);
        let before = lock(&self.kept).insert(account.to_owned(), Some(kept.clone())).flatten();
        written?;
        Ok(before.is_none_or(|before| before.became != kept.became))
    }

    /// Forgets an account's catalogue, and stops its reading: it is another account now, or none.
    pub(crate) fn forget(&self, account: &str) {
        if let Some(Asked::UnderWay(stop)) = lock(&self.asked).remove(account) {
            stop.cancel();
        }
        lock(&self.kept).insert(account.to_owned(), None);
        self.remove(account);
    }

    fn remove(&self, account: &str) {
        // One that stays is renewed when it is old, as any other.
        let _ = fs::remove_file(self.file(account));
    }

    fn kept(&self, account: &str) -> Option<Arc<KeptCatalogue>> {
        if let Some(kept) = lock(&self.kept).get(account) {
            return kept.clone();
        }
        let loaded = self.load(account);
        // One that was read meanwhile is newer.
        lock(&self.kept).entry(account.to_owned()).or_insert(loaded).clone()
    }

    fn load(&self, account: &str) -> Option<Arc<KeptCatalogue>> {
        serde_json::from_slice(&fs::read(self.file(account)).ok()?).ok().map(Arc::new)
    }

    fn write(&self, account: &str, kept: &KeptCatalogue) -> io::Result<()> {
        make_folder(&self.folder)?;
        atomic_file::write(&self.file(account), &serde_json::to_vec(kept)?)
    }

    /// An account's id is the app's own, a UUID or a word.
    fn file(&self, account: &str) -> PathBuf {
        self.folder.join(format!("{account}.json"))
    }
}

/// Asks an account for its catalogue, and for the values of each list in it; every question takes its turn.
///
/// # Errors
/// When the answers do not come: it is to be tried another time.
pub(crate) async fn read(client: &Client, stop: &CancellationToken) -> Result<Became, Failure> {
    let all = match client.fields(stop).await {
        Ok(all) => all,
        Err(failure @ Failure { code: Code::Forbidden, .. }) if failure.tells_of_account() => {
            return Ok(Became::Refused);
        }
        Err(failure) => return Err(failure),
    };
    let mut read = Vec::new();
    let mut lacks = Lacks { fields: all.missing, lists: Vec::new() };
    for field in all.fields.into_iter().filter(|field| field.active && field.show_in_form) {
        let values = match fields::kind(&field) {
            SetupKind::List => match client.list_values(&field.name, stop).await {
                Ok(values) => values,
                // The vendor's page shows one field with a list, and leaves open which others have one.
                // One that is there and cannot be read is no other list: its values are typed.
                Err(Failure { code: Code::AnswerUnreadable { .. }, .. }) => {
                    lacks.lists.push(field.name.clone());
                    Vec::new()
                }
                Err(failure) if has_none(&failure) => usual_values(&field.name),
                Err(failure) => return Err(failure),
            },
            _ => Vec::new(),
        };
        read.push(fields::of_catalogue(field, values));
    }
    fields::common_first(&mut read);
    Ok(if lacks == Lacks::default() { Became::Fields(read) } else { Became::Some { fields: read, lacks } })
}

fn has_none(failure: &Failure) -> bool {
    failure.answer.is_some() && !matches!(failure.code, Code::KeysRefused | Code::Unavailable)
}

fn usual_values(name: &str) -> Vec<service_crm::ListValue> {
    fields::usual().into_iter().find(|field| field.name == name).map(|field| field.values).unwrap_or_default()
}

fn lock<T>(map: &Mutex<T>) -> MutexGuard<'_, T> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice_server::{Options, PracticeServer};
    use service_crm::Limits;

    const NOW: i64 = 1_800_000_000_000;

    fn told(label: &str) -> Option<Became> {
        Some(Became::Fields(vec![SetupField::new("mx_it", label, SetupKind::Text)]))
    }

    fn read_at(catalogues: &Catalogues, became: Option<Became>, now: i64) -> bool {
        let stop = catalogues.begin("one", now).unwrap();
        catalogues.end("one", &stop, became, now).unwrap()
    }

    fn label(catalogues: &Catalogues) -> Option<String> {
        catalogues.of("one").map(|(fields, _)| fields[0].label.clone())
    }

    #[test]
    fn what_was_read_is_there_at_the_next_start_and_renewed_after_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let of_folder = || Catalogues::of_folder(folder.path().join("catalogues"));
        assert!(read_at(&of_folder(), told("First"), NOW), "new");
        let next = of_folder();
        assert_eq!(label(&next).as_deref(), Some("First"));
        assert_eq!(next.of("other"), None);
        assert!(next.begin("one", NOW + FRESH - 1).is_none(), "fresh");
        assert!(!read_at(&next, told("First"), NOW + FRESH), "read again, and nothing new");
        assert!(read_at(&next, told("Second"), NOW + 2 * FRESH), "new");
        assert_eq!(label(&of_folder()).as_deref(), Some("Second"));
        assert!(next.begin("one", NOW - FRESH).is_some(), "a clock that was set back keeps nothing fresh");
    }

    #[test]
    fn a_refusal_is_remembered_for_the_next_starts() {
        let folder = tempfile::tempdir().unwrap();
        let of_folder = || Catalogues::of_folder(folder.path().into());
        read_at(&of_folder(), Some(Became::Refused), NOW);
        assert_eq!(of_folder().of("one"), None);
        assert!(of_folder().begin("one", NOW + REFUSED - 1).is_none());
        assert!(of_folder().begin("one", NOW + REFUSED).is_some());
    }

    #[test]
    fn one_reading_at_a_time_and_a_rest_after_one_in_vain() {
        let folder = tempfile::tempdir().unwrap();
        let catalogues = Catalogues::of_folder(folder.path().into());
        let stop = catalogues.begin("one", NOW).unwrap();
        assert!(catalogues.begin("one", NOW).is_none(), "under way");
        assert!(catalogues.begin("other", NOW).is_some(), "another account's");
        assert!(!catalogues.end("one", &stop, None, NOW).unwrap());
        assert!(catalogues.begin("one", NOW + REST - 1).is_none());
        assert!(catalogues.begin("one", NOW + REST).is_some());
    }

    #[test]
    fn an_account_that_became_another_keeps_nothing_of_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let catalogues = Catalogues::of_folder(folder.path().into());
        read_at(&catalogues, told("Before"), NOW);
        let stop = catalogues.begin("one", NOW + FRESH).unwrap();
        catalogues.forget("one");
        assert!(stop.is_cancelled());
        assert!(!catalogues.end("one", &stop, told("Before"), NOW + FRESH).unwrap());
        assert_eq!(catalogues.of("one"), None);
        assert_eq!(Catalogues::of_folder(folder.path().into()).of("one"), None);
        assert!(catalogues.begin("one", NOW + FRESH).is_some(), "asked anew, at once");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_as_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("one.json"), b"{\"read_at\":1").unwrap();
        let catalogues = Catalogues::of_folder(folder.path().into());
        assert_eq!(catalogues.of("one"), None);
        assert!(catalogues.begin("one", NOW).is_some());
    }

    async fn ask(options: Options) -> Result<Became, Failure> {
        let server = PracticeServer::start(options).await.unwrap();
        let client = practice_client::client_of(&server, &server.base_url(), Limits::default());
        read(&client, &CancellationToken::new()).await
    }

    #[tokio::test]
    async fn an_account_tells_its_fields_with_the_values_of_its_lists() {
        let Became::Fields(fields) = ask(Options { limit: None, ..Options::default() }).await.unwrap() else {
            panic!("refused")
        };
        assert_eq!(fields.len(), 15);
        assert_eq!(fields[0].name, "Status");
        let field = |name: &str| fields.iter().find(|field| field.name == name).unwrap();
        let branch = field("CustomData.Branch");
        assert_eq!((branch.label.as_str(), branch.kind), ("Branch", SetupKind::List));
        assert_eq!(branch.values.len(), 4);
        assert_eq!(field("Channel").values.len(), 5, "the account's, and not the usual three");
        assert_eq!(field("CustomData.Purchase_Date").kind, SetupKind::Time);
        assert_eq!(field("CustomData.Order_Amount").max_value, Some(1_000_000.0));
        assert!(field("Title").mandatory);
    }

    #[tokio::test]
    async fn a_list_that_cannot_be_read_is_no_other_list_and_it_is_said() {
        let server = PracticeServer::start(Options { limit: None, ..Options::default() }).await.unwrap();
        let client = practice_client::client_of(&server, &server.base_url(), Limits::default());
        // The fields are told; of the first list comes no whole answer.
        server.inject("gzip-answer".parse().unwrap());
        server.inject("malformed-answer".parse().unwrap());
        let became = read(&client, &CancellationToken::new()).await.unwrap();
        let Became::Some { fields, lacks } = became else { panic!("{became:?}") };
        assert_eq!((lacks.fields, lacks.lists.len()), (0, 1), "{lacks:?}");
        let field = fields.iter().find(|field| field.name == lacks.lists[0]).unwrap();
        assert!(field.values.is_empty(), "not the usual three");
    }

    #[tokio::test]
    async fn an_account_that_may_not_is_refused_and_not_at_fault() {
        let options = Options { administrator: false, limit: None, ..Options::default() };
        assert_eq!(ask(options).await.unwrap(), Became::Refused);
    }
}
