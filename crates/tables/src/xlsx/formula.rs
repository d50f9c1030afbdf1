//! Where a `HYPERLINK` formula leads, where it says so in a text.

/// The target of `HYPERLINK("target","text")`, as a formula of a workbook or an .ods writes it. One that is put
/// together from other cells is not known.
pub(crate) fn link_of(formula: &str) -> Option<String> {
    let formula = formula.trim_start();
    let formula = formula.strip_prefix("of:").unwrap_or(formula).trim_start_matches(['=', '+', ' ']);
    let head = formula.get(..9).filter(|head| head.eq_ignore_ascii_case("HYPERLINK"))?;
    let inside = formula[head.len()..].trim_start().strip_prefix('(')?.trim_start();
    let mut rest = inside.strip_prefix('"')?;
    let mut target = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        target.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                target.push('"');
                rest = more;
            }
            None => {
                // Another sign than these joins it to more.
                return after.trim_start().starts_with([',', ';', ')']).then_some(target);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::link_of;

    #[test]
    fn a_link_is_read_where_it_is_one_text() {
        let leads = |formula| link_of(formula).unwrap_or_default();
        assert_eq!(leads(r#"HYPERLINK("Papers/bill may.pdf","Bill May")"#), "Papers/bill may.pdf");
        assert_eq!(leads(r#"of:=HYPERLINK("a.pdf";"A")"#), "a.pdf");
        assert_eq!(leads(r#"hyperlink( "a ""b"".pdf" )"#), r#"a "b".pdf"#);
        for none in
            [r#"HYPERLINK("Papers/"&A2,"x")"#, "HYPERLINK(A2)", "SUM(A1)", "HYPERLINK(\"a", "", "HYPERLINKé"]
        {
            assert_eq!(link_of(none), None, "{none}");
        }
    }
}
