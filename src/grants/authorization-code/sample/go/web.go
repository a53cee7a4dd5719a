package main

import (
	"encoding/json"
	"io"
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

// discover reads the server's metadata and checks that it names the issuer that was asked
// (RFC 8414 §3.3).
func discover(issuer string) metadata {
	address := issuer + "/.well-known/oauth-authorization-server"
	body := send(must(http.NewRequest(http.MethodGet, address, nil)))
	var server metadata
	if err := json.Unmarshal(body, &server); err != nil || server.Issuer != issuer {
		log.Fatalf("%s says that it is %q.", issuer, server.Issuer)
	}
	return server
}

// revoke takes a token back (RFC 7009), which the library does not do.
func revoke(config *oauth2.Config, endpoint, token string) {
	form := url.Values{"token": {token}, "token_type_hint": {"refresh_token"}}
	if config.ClientSecret == "" {
		form.Set("client_id", config.ClientID)
	}
	request := must(http.NewRequest(http.MethodPost, endpoint, strings.NewReader(form.Encode())))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if config.ClientSecret != "" {
		request.SetBasicAuth(url.QueryEscape(config.ClientID), url.QueryEscape(config.ClientSecret))
	}
	send(request)
}

// send returns the body of a good answer; after any other the program stops.
func send(request *http.Request) []byte {
	response := must(web.Do(request))
	defer response.Body.Close()
	body := must(io.ReadAll(response.Body))
	if response.StatusCode != http.StatusOK {
		log.Fatalf("%s answered %s.", request.URL.Host, response.Status)
	}
	return body
}

// must stops the program at what it cannot go on without. It has nobody to report to but its user.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
