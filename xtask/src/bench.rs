//! Measurements, and what they are held against. Machines differ and a machine is not always equally fast, so everything
//! is a ratio to something known that runs in turn with it, and medians are compared.

mod history;
mod mapped;
mod measure;
mod pace;
mod peak;
mod start;
mod tables;
mod upload;

pub(crate) use history::history;
pub(crate) use pace::pace;
pub(crate) use start::start;
pub(crate) use tables::tables;
pub(crate) use upload::upload;
