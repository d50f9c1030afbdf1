//! The ticket answers while a draft is put together.

use outbox::KnownTicket;
use service_crm::{Client, Code, Failure, Host, TicketNumber};
use tauri::State;

use super::accounts::overview_of;
use crate::accounts::LeadStep;
use crate::clients::NoClient;
use crate::courier::now;
use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::accounts::{KeysState, Overview};
use crate::views::ticket::{LeadsAnswer, SeenTicket, TicketAnswer};

/// How long a reading is answered from memory, in milliseconds.
const FRESH: i64 = 5 * 60 * 1000;

/// Reads a ticket in the current account; one that was read in the last five minutes is not read again, unless
/// `fresh`.
#[tauri::command]
pub(crate) async fn read_ticket(
    shell: State<'_, Shell>,
    number: String,
    fresh: bool,
) -> Result<TicketAnswer, ShellError> {
    let Ok(number) = TicketNumber::parse(&number) else { return Ok(TicketAnswer::NotANumber) };
    let stop = shell.reading.begin();
    let outbox = shell.outbox()?;
    let account = shell.accounts.settings().current().to_owned();
    let kept = outbox.known_ticket(&account, &number)?;
    let age = kept.as_ref().map(|kept| now() - kept.read_at);
    // A clock that was set back makes it come from the future: then it is not fresh.
    let young = age.is_some_and(|age| (0..FRESH).contains(&age));
    let kept_at = kept.as_ref().map_or(0, |kept| kept.read_at);
    let holds = !fresh && young && !outbox.may_have_changed(&account, &number, kept_at)?;
    if let Some(kept) = kept.clone().filter(|_| holds) {
        return Ok(TicketAnswer::Seen { ticket: seen(&shell, kept)?, stale: None });
    }
    let client = match client(&shell).await {
        Ok(client) => client,
        Err(NoClient::Keys) => return Ok(TicketAnswer::KeysNotAvailable { keys: keys(&shell) }),
        Err(NoClient::Shell(error)) => return Err(error),
    };
    match client.read_ticket(&number, &stop).await {
        Ok(details) => {
            let read = KnownTicket { details, read_at: now() };
            outbox.remember_ticket(&account, &read.details, read.read_at)?;
            Ok(TicketAnswer::Seen { ticket: seen(&shell, read)?, stale: None })
        }
        Err(Failure { code: Code::NotFound, .. }) => Ok(TicketAnswer::NotThere),
        Err(Failure { code: Code::Forbidden, .. }) => {
            step_down(&shell, LeadStep::Email)?;
            Ok(TicketAnswer::NotAllowed)
        }
        Err(failure) => Ok(match kept {
            Some(kept) => TicketAnswer::Seen { ticket: seen(&shell, kept)?, stale: Some(failure) },
            None => TicketAnswer::Failed { failure },
        }),
    }
}

/// What is kept of a ticket in the current account, however old; the server is not asked.
#[tauri::command]
pub(crate) async fn kept_ticket(
    shell: State<'_, Shell>,
    number: String,
) -> Result<Option<Box<SeenTicket>>, ShellError> {
    let Ok(number) = TicketNumber::parse(&number) else { return Ok(None) };
    let kept = shell.outbox()?.known_ticket(shell.accounts.settings().current(), &number)?;
    kept.map(|kept| seen(&shell, kept)).transpose()
}

/// Looks for leads by email, where the current account says that they are.
#[tauri::command]
pub(crate) async fn find_leads(shell: State<'_, Shell>, email: String) -> Result<LeadsAnswer, ShellError> {
    let stop = shell.reading.begin();
    let settings = shell.accounts.settings();
    let account = settings.account(settings.current());
    let client = match client(&shell).await {
        Ok(client) => client,
        Err(NoClient::Keys) => return Ok(LeadsAnswer::KeysNotAvailable { keys: keys(&shell) }),
        Err(NoClient::Shell(error)) => return Err(error),
    };
    let host = match account {
        Some(account) => Host::parse(&account.lead_host).ok().map(|(host, _)| host),
        None => Some(shell.clients.practice_lead_host().await?),
    };
    let Some(host) = host else { return Ok(LeadsAnswer::NoHost) };
    match client.leads_by_email(&host, &email, &stop).await {
        Ok(leads) => {
            for lead in &leads {
                shell.outbox()?.remember_lead(lead)?;
            }
            Ok(LeadsAnswer::Found { leads: leads.into_iter().map(Into::into).collect() })
        }
        Err(Failure { code: Code::Forbidden, .. }) => {
            // Where tickets may be read, the leads of new ones only were looked for.
            if account.is_some_and(|account| account.lead_step == LeadStep::Email) {
                step_down(&shell, LeadStep::Hand)?;
            }
            Ok(LeadsAnswer::NotAllowed)
        }
        Err(failure) => Ok(LeadsAnswer::Failed { failure }),
    }
}

/// A person wants tickets to be read again: the account may be allowed to by now.
#[tauri::command]
pub(crate) async fn try_ticket_again(shell: State<'_, Shell>) -> Result<Overview, ShellError> {
    step_down(&shell, LeadStep::Ticket)?;
    Ok(overview_of(&shell))
}

fn step_down(shell: &Shell, step: LeadStep) -> Result<(), ShellError> {
    let current = shell.accounts.settings().current().to_owned();
    Ok(shell.accounts.change(|settings| {
        if let Some(account) = settings.accounts.iter_mut().find(|account| account.id == current) {
            account.lead_step = step;
        }
    })?)
}

async fn client(shell: &Shell) -> Result<Client, NoClient> {
    let settings = shell.accounts.settings();
    match settings.account(settings.current()) {
        // A keychain that is known to be shut is not asked again: a number that is being typed is no reason for the
        // system to interrupt with a question. Sending is.
        Some(account) => match shell.clients.keys_state(account) {
            KeysState::Saved | KeysState::Session => shell.clients.of(account),
            KeysState::Missing | KeysState::Locked | KeysState::NoKeychain => Err(NoClient::Keys),
        },
        None => shell.clients.practice().await.map_err(NoClient::Shell),
    }
}

fn keys(shell: &Shell) -> KeysState {
    let settings = shell.accounts.settings();
    settings
        .account(settings.current())
        .map_or(KeysState::Session, |account| shell.clients.keys_state(account))
}

fn seen(shell: &Shell, kept: KnownTicket) -> Result<Box<SeenTicket>, ShellError> {
    let name = kept.details.lead.map(|lead| shell.outbox()?.lead_name(lead).map_err(ShellError::from));
    Ok(Box::new(SeenTicket::new(kept, name.transpose()?.flatten())))
}
