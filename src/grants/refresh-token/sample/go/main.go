// Command print-again signs its user in once, keeps the tokens, and refreshes when the API says so.
package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The photo API this client was built for.
	photosURL = cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos")

	// A public client: it runs on the user's machine, where nothing stays secret.
	clientID = cmp.Or(os.Getenv("CLIENT_ID"), "print-page")

	// Where the tokens lie between two runs. A real program uses the key store of the system.
	tokensFile = cmp.Or(os.Getenv("TOKENS"), "tokens.json")
)

// What the client asks for. Ask for what you use, no more.
const scope = "photos.read"

// main makes three calls at once, as a real program does: together they refresh at most once.
func main() {
	log.SetFlags(0)
	session := newSession()
	var answers [3]*http.Response
	var calls sync.WaitGroup
	for i := range answers {
		calls.Go(func() { answers[i] = session.call(photosURL) })
	}
	calls.Wait()
	for _, answer := range answers {
		body := must(io.ReadAll(answer.Body))
		answer.Body.Close()
		fmt.Println(answer.StatusCode, string(body))
	}
}
