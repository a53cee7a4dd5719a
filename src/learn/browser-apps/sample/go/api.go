package main

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"

	"golang.org/x/oauth2"
)

// session is a user who is signed in. Nothing of it goes to the browser.
type session struct {
	client *client

	mu    sync.Mutex // guards token, and is held while it is refreshed
	token *oauth2.Token
}

// #region api

// call calls the API for the page; when it says that the token is invalid, it refreshes once and
// repeats the call.
func (s *session) call(ctx context.Context, url string) (*http.Response, error) {
	used := s.current()
	response, err := send(ctx, url, used)
	if err != nil || !isInvalidToken(response) {
		return response, err
	}
	response.Body.Close()
	fresh, err := s.renew(ctx, used)
	if err != nil {
		return nil, err
	}
	return send(ctx, url, fresh)
}

func send(ctx context.Context, url string, token *oauth2.Token) (*http.Response, error) {
	request := must(http.NewRequestWithContext(ctx, http.MethodGet, url, nil))
	token.SetAuthHeader(request)
	return web.Do(request)
}

// #endregion

// #region refresh

// renew lets one caller refresh at a time: a second use of one refresh token looks like a theft.
func (s *session) renew(ctx context.Context, used *oauth2.Token) (*oauth2.Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if s.token == used {
		err = s.refresh(ctx)
	}
	return s.token, err
}

func (s *session) refresh(ctx context.Context) error {
	// The page may go away meanwhile. The refresh has to be finished, or its token is lost.
	ctx = context.WithValue(context.WithoutCancel(ctx), oauth2.HTTPClient, web)
	spent := &oauth2.Token{RefreshToken: s.token.RefreshToken}
	fresh, err := s.client.config.TokenSource(ctx, spent).Token()
	if err == nil {
		s.token = fresh
	}
	return err
}

// #endregion

// revoke takes back all that came from this sign-in (RFC 7009 §2.1).
func (s *session) revoke(ctx context.Context) error {
	return s.client.revoke(ctx, s.current().RefreshToken)
}

func (s *session) current() *oauth2.Token {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.token
}

// isOver says whether a refresh failed for good: its token is no longer valid, so the session is over
// (RFC 6749 §5.2).
func isOver(err error) bool {
	var refusal *oauth2.RetrieveError
	return errors.As(err, &refusal) && refusal.ErrorCode == "invalid_grant"
}

func isInvalidToken(response *http.Response) bool {
	challenge := response.Header.Get("WWW-Authenticate")
	return response.StatusCode == http.StatusUnauthorized &&
		strings.Contains(challenge, `error="invalid_token"`)
}
