//! A client of the practice account, for tests and benches.
//!
//! The practice server shares no code with the client, so neither can make this; every test that lets them meet would
//! otherwise have its own.

#![expect(clippy::expect_used, reason = "what cannot be made ends the test")]

use practice_server::{Options, PracticeServer};
use service_crm::{Account, Client, Host, Keys, Limits, Organisation};

/// More calls in 5 s than any test makes.
const UNPACED: u32 = 1000;

/// How many times as long things may take as natively, for limits in tests: whoever runs them where all is slow (under
/// Wine) says so in `TEST_SLOWNESS`.
///
/// # Panics
/// When that is no whole number.
pub fn slowness() -> u32 {
    std::env::var("TEST_SLOWNESS").map_or(1, |times| times.parse().expect("a number"))
}

/// A practice account whose keys everybody here knows: left to itself it has others at each start.
pub fn known_keys() -> Options {
    let (access_key, secret_key) = ("practice-access-key".to_owned(), "practice-secret-key".to_owned());
    Options { access_key, secret_key, ..Options::default() }
}

/// The account that a practice server with the usual organisation and [`known_keys`] keeps, wherever it is reached: at the
/// server's own address or at that of a wire before it.
///
/// # Panics
/// When the address is none.
pub fn account_at(address: &str) -> Account {
    let known = known_keys();
    let (host, _) = Host::parse(address).expect("an address");
    let organisation = Organisation::parse(&known.organisation).expect("an organisation");
    Account::new(host, organisation, Keys::new(&known.access_key, &known.secret_key).expect("keys"))
}

/// A client of the account that this practice server keeps, by whatever keys; the address is the server's own or that of
/// something before it.
///
/// # Panics
/// As [`client_at`].
pub fn client_of(server: &PracticeServer, address: &str, limits: Limits) -> Client {
    let (host, _) = Host::parse(address).expect("an address");
    let organisation = Organisation::parse(server.organisation()).expect("an organisation");
    let keys = Keys::new(server.access_key(), server.secret_key()).expect("keys");
    Client::with_limits(Account::new(host, organisation, keys), limits).expect("a client")
}

/// A client of the account of [`account_at`].
///
/// # Panics
/// When the address is none, or the system's certificate store cannot be read.
pub fn client_at(address: &str, limits: Limits) -> Client {
    Client::with_limits(account_at(address), limits).expect("a client")
}

/// The same, that no pace of its own holds up.
///
/// # Panics
/// As [`client_at`].
pub fn unpaced_at(address: &str, limits: Limits) -> Client {
    let account = Account { calls_per_window: UNPACED, ..account_at(address) };
    Client::with_limits(account, limits).expect("a client")
}
