package main

import (
	"crypto/rand"
	"maps"
	"net/http"
	"sync"
	"time"
)

// store keeps what a cookie of the browser's names, for its lifetime. In memory: it ends with the
// program.
type store[T any] struct {
	cookie   string
	sameSite http.SameSite
	lifetime time.Duration

	mu   sync.Mutex
	kept map[string]kept[T]
}

type kept[T any] struct {
	held  T
	until time.Time
}

// newStore names the cookie with __Host-, which ties it to this very host, to https and to Path=/, and
// Http-, which keeps scripts from setting it (RFC 10017 §6.1.3.2). On 127.0.0.1 Chrome and Firefox do
// without https; Safari does not.
func newStore[T any](name string, sameSite http.SameSite, lifetime time.Duration) *store[T] {
	return &store[T]{
		cookie:   "__Host-Http-" + name,
		sameSite: sameSite,
		lifetime: lifetime,
		kept:     map[string]kept[T]{},
	}
}

// begin keeps it under a new name, which nobody can have known before, and tells the browser.
func (s *store[T]) begin(w http.ResponseWriter, held T) {
	name := rand.Text()
	now := time.Now()
	s.mu.Lock()
	// Anybody may begin a login and leave: what is never ended must not fill the memory.
	maps.DeleteFunc(s.kept, func(_ string, one kept[T]) bool { return !now.Before(one.until) })
	s.kept[name] = kept[T]{held: held, until: now.Add(s.lifetime)}
	s.mu.Unlock()
	s.set(w, name, 0)
}

// of returns what the browser that sent the request has.
func (s *store[T]) of(r *http.Request) (held T, found bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, found := s.kept[s.nameIn(r)]
	if !found || !time.Now().Before(one.until) {
		return held, false
	}
	return one.held, true
}

// end forgets it, and has the browser forget as well.
func (s *store[T]) end(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	delete(s.kept, s.nameIn(r))
	s.mu.Unlock()
	s.set(w, "", -1)
}

func (s *store[T]) set(w http.ResponseWriter, value string, maxAge int) {
	http.SetCookie(w, &http.Cookie{
		Name:     s.cookie,
		Value:    value,
		Path:     "/",
		MaxAge:   maxAge,
		Secure:   true,
		HttpOnly: true,
		SameSite: s.sameSite,
	})
}

func (s *store[T]) nameIn(r *http.Request) string {
	cookie, err := r.Cookie(s.cookie)
	if err != nil {
		return ""
	}
	return cookie.Value
}
