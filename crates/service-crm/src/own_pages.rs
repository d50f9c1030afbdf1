//! Addresses of the vendor's own pages, for a person's browser.

use crate::place::Host;
use crate::ticket::LeadId;

impl Host {
    /// Where people see the tickets of a lead in a browser: `app.service-in.…` beside `apigw.service-in.…`, as the vendor
    /// prints it. Of any other host nobody knows.
    pub fn tickets_of(&self, lead: LeadId) -> Option<String> {
        let rest = self.behind_gateway()?;
        Some(format!("https://app.{rest}/services/ticket-list?LeadId={lead}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_s_tickets_are_shown_only_where_the_vendor_prints_it() {
        let lead = LeadId::parse("330fba67-6795-46c2-9dad-077794077f70").unwrap();
        let shown = |host: &str| Host::parse(host).unwrap().0.tickets_of(lead);
        let printed = "https://app.service-in.leadsquared.com/services/ticket-list?LeadId=330fba67-6795-46c2-9dad-077794077f70";
        assert_eq!(shown("apigw.service-in.leadsquared.com").as_deref(), Some(printed));
        for other in
            ["api.leadsquared.com", "apigw.evil-leadsquared.com", "apigw.a.example", "http://localhost:1"]
        {
            assert_eq!(shown(other), None, "{other}");
        }
    }
}
