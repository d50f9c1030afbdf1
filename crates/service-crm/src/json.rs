//! Reading the vendor's JSON where its pages do not say a member's type for certain: what is meant is taken, whether
//! it is written as a string, a number or a truth.

use serde_json::Value;

/// A member by its name; in another case where the name itself is not there.
pub(crate) fn member<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    let object = object.as_object()?;
    let in_another_case = || Some(object.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?.1);
    object.get(name).or_else(in_another_case)
}

/// A member as text, if it is there and is one value. An empty text is none: the vendor's answers have both, and
/// `null`, for "nothing".
pub(crate) fn text(object: &Value, name: &str) -> Option<String> {
    scalar(member(object, name)?).filter(|text| !text.trim().is_empty())
}

/// One value as text; none for `null`, lists and objects.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A member that is a truth, or is written as one.
pub(crate) fn truth(object: &Value, name: &str) -> Option<bool> {
    match scalar(member(object, name)?)?.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" => Some(true),
        "false" | "0" | "no" => Some(false),
        _ => None,
    }
}

/// A member that is a number, or is written as one.
pub(crate) fn number(object: &Value, name: &str) -> Option<f64> {
    scalar(member(object, name)?)?.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// A member that counts something.
pub(crate) fn count(object: &Value, name: &str) -> Option<u32> {
    scalar(member(object, name)?)?.trim().parse().ok()
}
