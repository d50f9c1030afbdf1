//! One installation's possessions: on the disk, in the keychain, and in memory until the app ends.

pub(crate) mod accounts;
pub(crate) mod asked;
pub(crate) mod asked_keychain;
pub(crate) mod catalogues;
pub(crate) mod clients;
pub(crate) mod copying;
pub(crate) mod keys;
pub(crate) mod launch_requests;
pub(crate) mod opened_setup;
pub(crate) mod placed_keys;
pub(crate) mod practice;
pub(crate) mod proxy_logins;
pub(crate) mod reading;
pub(crate) mod settings;
pub(crate) mod settings_file;
pub(crate) mod settings_read;
pub(crate) mod setups;
pub(crate) mod signing_keys;
pub(crate) mod taking;
