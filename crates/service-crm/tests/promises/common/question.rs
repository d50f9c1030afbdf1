//! The calls that change nothing.

use service_crm::{CancellationToken, Client, Failure, Host, TicketNumber};

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Question {
    Ticket,
    Fields,
    List,
    Leads,
}

impl Question {
    pub const ALL: [Self; 4] = [Self::Ticket, Self::Fields, Self::List, Self::Leads];

    /// Asks for what the practice account has. Leads are looked for at `url`, where everything else is too.
    pub async fn ask(self, client: &Client, url: &str, cancel: &CancellationToken) -> Result<(), Failure> {
        match self {
            Self::Ticket => client.read_ticket(&TicketNumber::parse("143").unwrap(), cancel).await.map(drop),
            Self::Fields => client.fields(cancel).await.map(drop),
            Self::List => client.list_values("SubType", cancel).await.map(drop),
            Self::Leads => {
                let (host, _) = Host::parse(url).unwrap();
                client.leads_by_email(&host, "george.jackson@example.com", cancel).await.map(drop)
            }
        }
    }
}
