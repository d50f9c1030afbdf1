// Reads a multipart/form-data body with Go's mime/multipart.
// read.go CONTENT-TYPE FILE; prints what it found as JSON.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"mime"
	"mime/multipart"
	"os"
)

type file struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	Sha256 string `json:"sha256"`
}

type form struct {
	Parts   int      `json:"parts"`
	Dto     []string `json:"dto"`
	Files   []file   `json:"files"`
	Headers []string `json:"headers"`
}

func main() {
	_, parameters, err := mime.ParseMediaType(os.Args[1])
	check(err)
	body, err := os.Open(os.Args[2])
	check(err)
	reader := multipart.NewReader(body, parameters["boundary"])
	found := form{Dto: []string{}, Files: []file{}, Headers: []string{}}
	for {
		part, err := reader.NextPart()
		if err == io.EOF {
			break
		}
		check(err)
		found.Parts++
		for name := range part.Header {
			found.Headers = append(found.Headers, name)
		}
		content, err := io.ReadAll(part)
		check(err)
		switch part.FormName() {
		case "ticketDTO":
			found.Dto = append(found.Dto, string(content))
		case "files":
			sum := sha256.Sum256(content)
			found.Files = append(found.Files, file{part.FileName(), len(content), hex.EncodeToString(sum[:])})
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(found))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
