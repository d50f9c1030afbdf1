//! The way of every call before and after the call itself: writing down, pace, faults.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::{get, post, put},
};

use crate::{
    account::Account,
    answer::{self, Refusal},
    arrival::Arrival,
    caller, conversations,
    door::Wire,
    faults::Fault,
    lookups, misbehave,
    outcome::Outcome,
    record::Head,
    ticket_calls, who,
};

/// Bytes of a body that is read into memory at once. Files are not, and may be of any length.
const LONGEST_JSON: usize = 1024 * 1024;

/// The calls that the account answers.
pub fn router(account: Arc<Account>) -> Router {
    let json = || DefaultBodyLimit::max(LONGEST_JSON);
    let tenant = Router::new()
        .route("/tickets", post(ticket_calls::create))
        .route("/tickets/{number}", get(ticket_calls::details))
        .route("/tickets/{number}/update", put(ticket_calls::update))
        .route("/internalnote/upload", post(ticket_calls::note).layer(json()))
        .route("/conversation/filter", post(conversations::filter).layer(json()))
        .route("/ticket-types/1/fields/filter", post(lookups::fields).layer(json()))
        .route("/lookups/{list}/values", get(lookups::values));
    Router::new()
        .nest("/api/tenants/{org}", tenant)
        .route("/v2/LeadManagement.svc/Leads.GetByEmailaddress", get(lookups::leads))
        .route("/v2/Authentication.svc/UserByAccessKey.Get", get(who::am_i))
        .fallback(no_such_call)
        .method_not_allowed_fallback(no_such_method)
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(Arc::clone(&account), front))
        .layer(middleware::from_fn(caller::own_only))
        .with_state(account)
}

async fn no_such_call(uri: Uri) -> Refusal {
    Refusal::not_found(format!("The API could not be found: {}. Check the API signature.", uri.path()))
}

async fn no_such_method(method: Method) -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, format!("This API is not called with {method}."))
}

async fn front(
    State(account): State<Arc<Account>>,
    ConnectInfo(mut wire): ConnectInfo<Wire>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    if account.options.readings_pass && !is_reading(&parts.method, &parts.uri) {
        wire.fault = account.changing();
    }
    let (call, pace) = account.called(Head::of(&parts));
    let arrival = Arrival::new(body, Arc::clone(&account), call, wire.clone());
    let request = Request::from_parts(parts, Body::from_stream(arrival.clone()));

    let mut response = match (wire.fault, pace) {
        (Some(fault), _) => faulty(fault, &account, &wire, arrival, request, next).await,
        (None, Err(too_many)) => {
            account.turned_away();
            let response = answer::too_many(&too_many, account.options.retry_after);
            let _ = arrival.rest().await;
            response
        }
        (None, Ok(())) => honest(arrival, request, next).await,
    };
    if wire.is_whole() {
        account.answered(call, response.status().as_u16());
    }
    // One call a connection: a fault is given to a connection, and must not meet a call it was not meant for.
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Catalogue and conversations are asked for by POST, and change nothing all the same.
fn is_reading(method: &Method, uri: &Uri) -> bool {
    method == Method::GET || uri.path().ends_with("/filter")
}

/// Does the call, and answers when the whole request is there.
async fn honest(arrival: Arrival, mut request: Request, next: Next) -> Response {
    let response = if lacks_length(&request) {
        let reason = "The length of the body must be given (Content-Length).";
        Refusal::new(StatusCode::LENGTH_REQUIRED, reason).into_response()
    } else {
        request.extensions_mut().insert(arrival.clone());
        next.run(request).await
    };
    let _ = arrival.rest().await;
    response
}

/// As [`honest`], but the answer is the fault's. The limit is counted but not enforced here, so that a fault that
/// was asked for is always seen.
async fn faulty(
    fault: Fault,
    account: &Account,
    wire: &Wire,
    arrival: Arrival,
    request: Request,
    next: Next,
) -> Response {
    if let Fault::Early(code) = fault {
        return misbehave::early(code);
    }
    let path = request.uri().clone();
    let right = match fault.outcome() {
        Outcome::Applied => Some(honest(arrival, request, next).await),
        Outcome::NotApplied => {
            let _ = arrival.rest().await;
            None
        }
    };
    misbehave::answer(fault, right, &path, account, wire).await
}

/// Whether a body of unknown length is coming.
fn lacks_length(request: &Request) -> bool {
    let has = |headers: &HeaderMap, name| headers.contains_key(name);
    has(request.headers(), header::TRANSFER_ENCODING)
        || (matches!(*request.method(), Method::PUT | Method::POST)
            && !has(request.headers(), header::CONTENT_LENGTH))
}
