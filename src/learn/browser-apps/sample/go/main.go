// Command print-bff is the backend of a page (RFC 10017 §6.1): the browser holds a cookie, this
// server holds the tokens.
package main

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// A confidential client: its secret never leaves this server.
	clientID     = "print-bff"
	clientSecret = cmp.Or(os.Getenv("CLIENT_SECRET"), "print-bff-secret-6Gm3")

	// Everything the page may have passed on, and where to. A proxy without a list takes the token
	// anywhere.
	routes = map[string]string{
		"/api/photos": cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos"),
	}

	// Until a user has to log in again, in seconds. Longer than the refresh token lives is of no use.
	sessionLifetime = cmp.Or(os.Getenv("SESSION_LIFETIME"), "28800")

	port = cmp.Or(os.Getenv("PORT"), "9200")
)

// What the client asks for. Ask for what you use, no more.
const scope = "photos.read"

//go:embed page.html page.js
var files embed.FS

type backend struct {
	client   *client
	sessions *store[*session]
	logins   *store[pending]
}

func main() {
	listener := must(net.Listen("tcp", "127.0.0.1:"+port))
	origin := fmt.Sprintf("http://%s", listener.Addr())
	lifetime := must(time.ParseDuration(sessionLifetime + "s"))
	b := &backend{
		client:   newClient(origin + "/callback"),
		sessions: newStore[*session]("session", http.SameSiteStrictMode, lifetime),
		// Lax: the browser comes back from another site with it.
		logins: newStore[pending]("login", http.SameSiteLaxMode, 10*time.Minute),
	}
	mux := http.NewServeMux()
	// #region page, page_again
	mux.HandleFunc("GET /{$}", b.sendFile("page.html"))
	mux.HandleFunc("GET /page.js", b.sendFile("page.js"))
	// #endregion
	mux.HandleFunc("GET /login", b.logIn)
	mux.HandleFunc("GET /callback", b.takeAnswer)
	mux.HandleFunc("POST /logout", b.guarded(b.logOut))
	mux.HandleFunc("/", b.guarded(b.passOn))
	fmt.Printf("%s/\n", origin)
	log.Fatal(http.Serve(listener, mux))
}

// guarded lets through what the page's own script asks for, for a user who is signed in. What fails
// behind this server fails with 502.
func (b *backend) guarded(
	handle func(http.ResponseWriter, *http.Request, *session) error,
) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		// #region guard, turn_away
		// The cookie comes along whoever made the browser send this. Another origin's script would
		// have to ask before it may send this header, and nobody here says yes (RFC 10017 §6.1.3.3).
		if r.Header.Get("Print-Request") != "1" {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		session, found := b.sessions.of(r)
		if !found {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		// #endregion
		if err := handle(w, r, session); err != nil {
			log.Print(err)
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

// passOn calls the API for the page, where the list has it.
func (b *backend) passOn(w http.ResponseWriter, r *http.Request, s *session) error {
	api, listed := routes[r.URL.Path]
	if r.Method != http.MethodGet || !listed {
		w.WriteHeader(http.StatusNotFound)
		return nil
	}
	answer, err := s.call(r.Context(), api)
	if isOver(err) {
		b.sessions.end(w, r)
		w.WriteHeader(http.StatusUnauthorized)
		return nil
	}
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	// #region show
	w.Header().Set("Content-Type", cmp.Or(answer.Header.Get("Content-Type"), "text/plain"))
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(answer.StatusCode)
	io.Copy(w, answer.Body)
	// #endregion
	return nil
}

// #region login, redirect

func (b *backend) logIn(w http.ResponseWriter, r *http.Request) {
	address, pending := b.client.begin()
	b.logins.begin(w, pending)
	http.Redirect(w, r, address, http.StatusSeeOther)
}

// #endregion

// takeAnswer takes the code, which goes no further than this server. The session begins under a name
// that is new.
func (b *backend) takeAnswer(w http.ResponseWriter, r *http.Request) {
	// #region callback
	pending, found := b.logins.of(r)
	b.logins.end(w, r)
	// #endregion
	// #region signed_in
	// Whoever did not begin here cannot end here.
	if found {
		session, err := b.client.redeem(r.Context(), r.URL.Query(), pending)
		if err != nil {
			log.Print(err)
		} else {
			b.sessions.begin(w, session)
		}
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
	// #endregion
}

func (b *backend) logOut(w http.ResponseWriter, r *http.Request, s *session) error {
	b.sessions.end(w, r)
	if err := s.revoke(r.Context()); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (b *backend) sendFile(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
		http.ServeFileFS(w, r, files, name)
	}
}
