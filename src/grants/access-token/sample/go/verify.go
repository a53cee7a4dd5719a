package main

import (
	"net/http"
	"slices"
	"strings"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// refusal is the error of a request that is not served (RFC 6750 §3).
type refusal struct {
	status    int
	challenge string
}

// Error is the value of the WWW-Authenticate header.
func (r refusal) Error() string { return r.challenge }

var (
	noToken      = refusal{http.StatusUnauthorized, `Bearer realm="copies"`}
	invalidToken = refusal{http.StatusUnauthorized, `Bearer realm="copies", error="invalid_token"`}
)

// claims are those of a JWT access token (RFC 9068 §2.2).
type claims struct {
	jwt.Claims
	ClientID string `json:"client_id"`
	Scope    string `json:"scope"`
}

// verify returns the claims of the token in that header. The error is a refusal, or says why there
// are no keys to check with.
func (k *keySet) verify(authorization string) (claims, error) {
	var granted claims
	// #region bare
	// No token: say what is wanted, and no error code, since nothing went wrong yet.
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") || token == "" {
		return granted, noToken
	}
	// #endregion
	// #region tampered, audience, expired
	// All of RFC 9068 §4, each time: algorithm, type, signature, issuer, audience, expiry.
	parsed, err := jwt.ParseSigned(token, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil || !isAccessToken(parsed.Headers[0]) {
		return granted, invalidToken
	}
	key, err := k.find(parsed.Headers[0].KeyID)
	if err != nil {
		return granted, err
	}
	if key == nil || parsed.Claims(key, &granted) != nil || !granted.isComplete() {
		return granted, invalidToken
	}
	expected := jwt.Expected{Issuer: issuer, AnyAudience: jwt.Audience{audience}}
	if granted.ValidateWithLeeway(expected, 0) != nil {
		return granted, invalidToken
	}
	// #endregion
	return granted, nil
}

// isAccessToken keeps out other JWTs that were signed with the same key, such as ID tokens.
func isAccessToken(header jose.Header) bool {
	typ, _ := header.ExtraHeaders[jose.HeaderType].(string)
	return strings.EqualFold(typ, "at+jwt") || strings.EqualFold(typ, "application/at+jwt")
}

// isComplete is there because the library checks the time only of a token that has one.
func (c claims) isComplete() bool {
	return c.Subject != "" && c.ClientID != "" && c.ID != "" && c.Expiry != nil && c.IssuedAt != nil
}

// #region scope

// require refuses when the user did not allow this much. It is 403, because another token of the same
// kind would not help.
func (c claims) require(scope string) error {
	if slices.Contains(strings.Fields(c.Scope), scope) {
		return nil
	}
	challenge := `Bearer realm="copies", error="insufficient_scope", scope="` + scope + `"`
	return refusal{http.StatusForbidden, challenge}
}

// #endregion
