package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// web sends every request: the default client would wait for an answer for ever.
var web = &http.Client{Timeout: 10 * time.Second}

// metadata is what the authorization server says about itself (RFC 8414 §2).
type metadata struct {
	Issuer                string `json:"issuer"`
	AuthorizationEndpoint string `json:"authorization_endpoint"`
	TokenEndpoint         string `json:"token_endpoint"`
	RevocationEndpoint    string `json:"revocation_endpoint"`
	SendsIssuer           bool   `json:"authorization_response_iss_parameter_supported"`
}

// client is this server, as the authorization server knows it.
type client struct {
	server metadata
	config oauth2.Config
}

// pending is what is remembered between the redirect to the authorization server and the one back.
type pending struct{ state, verifier string }

// newClient reads the server's metadata and checks that it names the issuer that was asked
// (RFC 8414 §3.3).
func newClient(redirectURI string) *client {
	response := must(web.Get(issuer + "/.well-known/oauth-authorization-server"))
	defer response.Body.Close()
	var server metadata
	if err := json.NewDecoder(response.Body).Decode(&server); err != nil || server.Issuer != issuer {
		log.Fatalf("%s says that it is %q.", issuer, server.Issuer)
	}
	return &client{server: server, config: oauth2.Config{
		ClientID:     clientID,
		ClientSecret: clientSecret,
		Endpoint: oauth2.Endpoint{
			AuthURL:   server.AuthorizationEndpoint,
			TokenURL:  server.TokenEndpoint,
			AuthStyle: oauth2.AuthStyleInHeader,
		},
		RedirectURL: redirectURI,
		Scopes:      []string{scope},
	}}
}

// begin returns the address to send the browser to, and what to remember.
func (c *client) begin() (string, pending) {
	// #region prepare, authorize
	p := pending{state: rand.Text(), verifier: oauth2.GenerateVerifier()}
	return c.config.AuthCodeURL(p.state, oauth2.S256ChallengeOption(p.verifier)), p
	// #endregion
}

// redeem trades the code for tokens. It fails when state or iss is wrong, or the server refuses.
func (c *client) redeem(ctx context.Context, answer url.Values, p pending) (*session, error) {
	// #region check
	if answer.Get("state") != p.state {
		return nil, errors.New("the answer belongs to another login")
	}
	// A server that sends iss says so in its metadata (RFC 9207 §2.4).
	sends := c.server.SendsIssuer
	if answer.Has("iss") != sends || sends && answer.Get("iss") != issuer {
		return nil, errors.New("the answer comes from another server")
	}
	if answer.Has("error") {
		return nil, fmt.Errorf("%s: %s", answer.Get("error"), answer.Get("error_description"))
	}
	// #endregion
	// #region redeem
	ctx = context.WithValue(ctx, oauth2.HTTPClient, web)
	token, err := c.config.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(p.verifier))
	return &session{client: c, token: token}, err
	// #endregion
}

// revoke takes a token back (RFC 7009), which the library does not do.
func (c *client) revoke(ctx context.Context, token string) error {
	form := url.Values{"token": {token}, "token_type_hint": {"refresh_token"}}
	body := strings.NewReader(form.Encode())
	request := must(http.NewRequestWithContext(ctx, http.MethodPost, c.server.RevocationEndpoint, body))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.SetBasicAuth(url.QueryEscape(clientID), url.QueryEscape(clientSecret))
	response, err := web.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server did not revoke the token: %s", response.Status)
	}
	return nil
}

// must stops the program at what it cannot go on without.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
