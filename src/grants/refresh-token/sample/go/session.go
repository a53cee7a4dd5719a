package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"

	"golang.org/x/oauth2"
)

// session calls the API for a user who signs in once.
//
// A TokenSource refreshes by itself when a token's time is up. It tells nobody about the new refresh
// token, and it does not know that the API has refused the access token. So the refresh is here.
type session struct {
	config *oauth2.Config
	server metadata
	ctx    context.Context

	mu    sync.Mutex // guards token, and is held while it is refreshed
	token *oauth2.Token
}

func newSession() *session {
	server := discover(issuer)
	s := &session{
		config: newConfig(server),
		server: server,
		ctx:    context.WithValue(context.Background(), oauth2.HTTPClient, web),
		token:  stored(),
	}
	if s.token == nil {
		s.begin()
	}
	return s
}

// call calls the API; when it says that the token is invalid, it refreshes once and repeats the call.
func (s *session) call(url string) *http.Response {
	used := s.current()
	response := send(url, used)
	// #region later
	// Only this answer is mended by refreshing: not a 403, and not a 401 without the error code.
	challenge := response.Header.Get("WWW-Authenticate")
	expired := strings.Contains(challenge, `error="invalid_token"`)
	if response.StatusCode != http.StatusUnauthorized || !expired {
		return response
	}
	response.Body.Close()
	// #endregion
	s.renew(used)
	// #region retry
	return send(url, s.current())
	// #endregion
}

// #region api

func send(url string, token *oauth2.Token) *http.Response {
	request := must(http.NewRequest(http.MethodGet, url, nil))
	token.SetAuthHeader(request)
	return must(web.Do(request))
}

// #endregion

func (s *session) current() *oauth2.Token {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.token
}

// #region lock

// renew lets one caller refresh at a time: a second use of one refresh token looks like a theft.
func (s *session) renew(used *oauth2.Token) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.token == used {
		s.refresh()
	}
}

// #endregion

func (s *session) refresh() {
	// #region refresh
	// A source that has a refresh token and nothing else uses it. Where the server sends no new
	// refresh token, the answer carries the old one.
	source := s.config.TokenSource(s.ctx, &oauth2.Token{RefreshToken: s.token.RefreshToken})
	fresh, err := source.Token()
	// #endregion
	// #region reject
	var refusal *oauth2.RetrieveError
	if errors.As(err, &refusal) && refusal.ErrorCode == "invalid_grant" {
		fmt.Println("The refresh token is over.")
		_ = os.Remove(tokensFile)
		s.begin()
		return
	}
	// #endregion
	if err != nil {
		log.Fatal(err)
	}
	// #region store
	// Where the server rotates, the old one is spent: keep the new one before anything else.
	keep(fresh)
	s.token = fresh
	fmt.Println("Refreshed.")
	// #endregion
}

func (s *session) begin() {
	s.token = signIn(s.ctx, s.config, s.server)
	keep(s.token)
}

// #region keep

// keep writes the tokens for this user's eyes only, and never by halves.
func keep(token *oauth2.Token) {
	tokens := must(json.Marshal(token))
	fresh := tokensFile + ".new"
	err := os.WriteFile(fresh, tokens, 0o600)
	if err == nil {
		err = os.Rename(fresh, tokensFile)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// #endregion

// stored returns the tokens of the last run, or nil.
func stored() *oauth2.Token {
	var token oauth2.Token
	tokens, err := os.ReadFile(tokensFile)
	if err != nil || json.Unmarshal(tokens, &token) != nil {
		return nil
	}
	return &token
}
