// Command copies-api keeps copies of photos, for those whose token allows it: GET /copies needs
// photos.read, POST /copies needs photos.write.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
)

var (
	// The authorization server whose tokens this API accepts.
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// What tokens for this API name as their audience (RFC 9068 §2.2).
	audience = cmp.Or(os.Getenv("AUDIENCE"), issuer)

	// Where that server publishes its keys; jwks_uri in its metadata (RFC 8414 §2).
	jwksURL = cmp.Or(os.Getenv("JWKS"), issuer+"/jwks")

	port = cmp.Or(os.Getenv("PORT"), "9100")
)

// api counts the copies of each user.
type api struct {
	keys   keySet
	mu     sync.Mutex
	copies map[string]int
}

func main() {
	server := &api{copies: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /copies", server.guarded("photos.read"))
	mux.HandleFunc("POST /copies", server.guarded("photos.write"))
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/copies\n", listener.Addr())
	log.Fatal(http.Serve(listener, mux))
}

// guarded serves only those whose token is good and has the scope.
func (a *api) guarded(scope string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		granted, err := a.keys.verify(r.Header.Get("Authorization"))
		if err == nil {
			err = granted.require(scope)
		}
		var refused refusal
		switch {
		case err == nil:
			a.serve(w, r, granted.Subject)
		case errors.As(err, &refused):
			w.Header().Set("WWW-Authenticate", refused.Error())
			w.WriteHeader(refused.status)
		default:
			// The keys could not be had: that is nobody's fault who asks.
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}
}

// #region api

// serve answers with what belongs to the subject: whose data it is says the token, never the request.
func (a *api) serve(w http.ResponseWriter, r *http.Request, subject string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if r.Method == http.MethodPost {
		a.copies[subject]++
	}
	body, _ := json.Marshal(map[string]any{"copiesOf": subject, "count": a.copies[subject]})
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.Write(body)
}

// #endregion
