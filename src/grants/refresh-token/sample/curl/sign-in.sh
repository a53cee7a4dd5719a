# The authorization code grant with PKCE, in a browser of the user's. Its own chapter explains it.

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# A public client: it runs on the user's machine, so it holds nothing that could be called a secret.
CLIENT_ID=${CLIENT_ID:-print-page}
# Nothing listens there: the address the browser ends at is pasted here.
REDIRECT_URI=http://127.0.0.1:49152/callback
# What the client asks for. Ask for what you use, no more.
SCOPE=photos.read

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

# A parameter of the address the browser was sent back to.
parameter() {
  printf '%s' "$back" | sed -n 's/.*[?&]'"$1"'=\([^&#]*\).*/\1/p'
}

# The characters of these parameters that may not stand in a query.
encoded() {
  printf '%s' "$1" | sed 's/:/%3A/g; s,/,%2F,g; s/ /+/g'
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3).
discover() {
  answer=$(curl --silent --show-error --fail-with-body \
    "$ISSUER/.well-known/oauth-authorization-server") || fail "There is no server at $ISSUER."
  [ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's."
  authorization_endpoint=$(field authorization_endpoint)
  token_endpoint=$(field token_endpoint)
}

# Leaves the tokens in $answer.
sign_in() {
  verifier=$(openssl rand 32 | base64url)
  challenge=$(printf '%s' "$verifier" | openssl dgst -sha256 -binary | base64url)
  state=$(openssl rand 16 | base64url)
  query="response_type=code&client_id=$CLIENT_ID&redirect_uri=$(encoded "$REDIRECT_URI")"
  query="$query&scope=$(encoded "$SCOPE")&state=$state"
  query="$query&code_challenge=$challenge&code_challenge_method=S256"
  echo "Sign in once: $authorization_endpoint?$query"
  echo "Paste the address it ends at:"
  read -r back
  [ "$(parameter state)" = "$state" ] || fail "Not an answer to this request: state differs."
  [ "$(parameter iss)" = "$(encoded "$ISSUER")" ] || fail "Another server's answer (RFC 9207 §2.4)."
  [ -n "$(parameter code)" ] || fail "No code: $(parameter error)."
  # #region redeem
  # The code is encoded already: it stood in an address.
  answer=$(curl --silent --show-error --fail-with-body \
    --data-urlencode "grant_type=authorization_code" \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data "code=$(parameter code)" \
    --data-urlencode "redirect_uri=$REDIRECT_URI" \
    --data-urlencode "code_verifier=$verifier" \
    "$token_endpoint") || fail "$answer"
  printf '%s\n\n' "$answer"
  # #endregion
}
