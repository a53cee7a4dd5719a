package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"
)

// web sends every request: the default client would wait for an answer for ever.
var web = &http.Client{Timeout: 10 * time.Second}

// metadata is what the authorization server says about itself (RFC 8414 §2).
type metadata struct {
	Issuer        string   `json:"issuer"`
	TokenEndpoint string   `json:"token_endpoint"`
	GrantTypes    []string `json:"grant_types_supported"`
}

// discover reads the server's metadata and checks that it names the issuer that was asked
// (RFC 8414 §3.3).
func discover(issuer string) metadata {
	response := must(web.Get(issuer + "/.well-known/oauth-authorization-server"))
	defer response.Body.Close()
	var server metadata
	if err := json.NewDecoder(response.Body).Decode(&server); err != nil || server.Issuer != issuer {
		log.Fatalf("%s says that it is %q.", issuer, server.Issuer)
	}
	return server
}

// must stops the program at what it cannot go on without.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
