//! Reading the vendor's JSON where its pages do not say a member's type for certain: what is meant is taken, whether
//! it is written as a string, a number or a truth.

use serde_json::Value;

/// A member as text, if it is there and is one value. An empty text is none: the vendor's answers have both, and
/// `null`, for "nothing".
pub(crate) fn text(object: &Value, name: &str) -> Option<String> {
    scalar(object.get(name)?).filter(|text| !text.trim().is_empty())
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
