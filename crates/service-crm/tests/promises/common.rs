//! The tests' common ground: an account on a practice server, files, a gate on the wire, and raw servers.

mod desk;
mod gate;
mod question;
mod recorder;
mod sending;

use std::time::Duration;

use service_crm::Limits;

pub use desk::*;
pub use gate::Gate;
pub use practice_client::{account_at, client_at, known_keys, slowness, unpaced_at};
pub use question::Question;
pub use recorder::*;
pub use sending::*;

pub const MIB: u64 = 1024 * 1024;
/// More than the two ends of a loopback connection can hold between them while nobody reads.
pub const LARGE: u64 = 24 * MIB;

/// Limits with a short stall, for servers that fall silent; as much longer as the machine is slower.
pub fn impatient() -> Limits {
    Limits {
        connect: Duration::from_secs(20),
        stall: Duration::from_millis(1500) * slowness(),
        answer: Duration::from_secs(120),
    }
}
