//! The vendor's regions: where an account's leads and its keys' owner are asked for.

use serde::Serialize;

use crate::place::Host;

/// A region of the vendor's. Keys are of one of them, and only its own hosts know them for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Region {
    /// Its name, for programs.
    pub name: RegionName,
    /// The lead host, as the vendor prints it.
    pub lead_host: &'static str,
    /// The ticket host, where one is printed. Another account of the region may have another.
    pub ticket_host: Option<&'static str>,
}

/// The name of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum RegionName {
    Mumbai,
    Hyderabad,
    Singapore,
    UnitedStates,
    Ireland,
    Canada,
    MiddleEast,
    Jakarta,
}

/// The only ticket host that the vendor prints.
const INDIA: Option<&str> = Some("apigw.service-in.leadsquared.com");

/// The regions that are known; the last two at second hand.
pub fn regions() -> &'static [Region] {
    const fn region(name: RegionName, lead_host: &'static str, ticket_host: Option<&'static str>) -> Region {
        Region { name, lead_host, ticket_host }
    }
    const REGIONS: &[Region] = &[
        region(RegionName::Mumbai, "api-in21.leadsquared.com", INDIA),
        region(RegionName::Hyderabad, "api-in22.leadsquared.com", INDIA),
        region(RegionName::Singapore, "api.leadsquared.com", None),
        region(RegionName::UnitedStates, "api-us11.leadsquared.com", None),
        region(RegionName::Ireland, "api-ir31.leadsquared.com", None),
        region(RegionName::Canada, "api-ca12.leadsquared.com", None),
        region(RegionName::MiddleEast, "api-me61.leadsquared.com", None),
        region(RegionName::Jakarta, "api-id51.leadsquared.com", None),
    ];
    REGIONS
}

/// The ticket host that is printed for the region of a lead host.
pub(crate) fn ticket_host(lead_host: &Host) -> Option<Host> {
    let region = regions().iter().find(|region| region.lead_host == lead_host.name())?;
    Some(Host::parse(region.ticket_host?).ok()?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_hosts_of_the_vendor_and_a_ticket_host_only_where_one_is_printed() {
        for region in regions() {
            let (lead_host, _) = Host::parse(region.lead_host).unwrap();
            assert!(lead_host.is_vendors() && lead_host.name() == region.lead_host, "{region:?}");
            assert_eq!(ticket_host(&lead_host).is_some(), region.ticket_host.is_some());
        }
        let (elsewhere, _) = Host::parse("api.example.com").unwrap();
        assert_eq!(ticket_host(&elsewhere), None);
    }
}
