#!/bin/sh
# The client credentials grant, request by request (RFC 6749 §4.4).
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The API this job was built for.
JOBS=${JOBS:-$ISSUER/print-jobs}
CLIENT_ID=print-nightly
CLIENT_SECRET=${CLIENT_SECRET:-print-nightly-secret-3Ws6}
# What the job asks for. Ask for what you use, no more.
SCOPE=jobs.read

# Sends a request and prints the answer; stops when it is refused.
send() {
  answer=$(curl --silent --show-error --fail-with-body "$@") || fail "$answer"
  printf '%s\n\n' "$answer"
}

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# #region token
# The same request each time: there is no refresh token, and none is needed (RFC 6749 §4.4.3).
request_token() {
  send --user "$CLIENT_ID:$CLIENT_SECRET" \
    --data-urlencode "grant_type=client_credentials" \
    --data-urlencode "scope=$SCOPE" \
    "$token_endpoint"
  token=$(field access_token)
  echo "An access token for $(field scope), good for $(field expires_in) seconds."
}
# #endregion

# #region api
# The answer with its status and headers in front.
call_api() {
  answer=$(curl --silent --show-error --include --header "Authorization: Bearer $token" "$JOBS")
}
# #endregion

send "$ISSUER/.well-known/oauth-authorization-server"
[ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's (RFC 8414 §3.3)."
token_endpoint=$(field token_endpoint)

echo "Jobs at $JOBS, with tokens of $ISSUER/:"
request_token
for round in first second; do
  call_api
  # #region late
  case $answer in
    "HTTP/1.1 401"*'error="invalid_token"'*)
      request_token
      # #endregion
      # #region retry
      call_api
      # #endregion
      ;;
  esac
  # What comes after the empty line.
  echo "$round look: $(printf '%s' "$answer" | tr -d '\r' | sed '1,/^$/d')"
done
