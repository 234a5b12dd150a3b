package message

import "strings"

// mediaContainers are keys under which the data of a picture, a recording or a document stands together with what it is.
var mediaContainers = []string{
	"source", "image_url", "image", "input_audio", "audio", "video", "document", "file", "media", "inlineData", "inline_data", "fileData", "file_data",
}

// mediaPart returns the reader of a picture, recording or document of the given modality, "" where its MIME type says it. It becomes a uri,
// file or blob part, whichever its data is.
func mediaPart(modality string) partReader {
	return func(dst []Node, f *fields) []Node {
		whole := f.node
		if whole.Get("source").Get("type").Text == "text" { // Anthropic: a document that is its text
			return append(dst, genericPart(whole))
		}
		f = fieldsOf(merge(whole, mediaContainers...))
		f.dropKind()
		mime := f.takeText("mime_type", "mimeType", "media_type", "mediaType", "contentType", "format")
		kind := f.takeText("modality")
		if kind == "" {
			kind = modality
		}
		var part Node
		if id := f.takeText("file_id", "fileId"); id != "" {
			part = media("file", "file_id", id, mime, kind)
		} else if key, data := takeData(f); data != "" {
			part = dataPart(key, data, mime, kind)
		} else {
			return append(dst, genericPart(whole))
		}
		f.keep(&part)
		return append(dst, part)
	}
}

// takeData takes what the data is or where it is.
func takeData(f *fields) (key, data string) {
	keys := []string{"uri", "url", "fileUri", "file_uri", "file_url", "image_url", "content", "data", "bytes", "base64", "file_data", "image", "audio", "video", "file"}
	for _, key := range keys {
		if data := f.takeText(key); data != "" {
			return key, data
		}
	}
	return "", ""
}

// dataPart tells links from data: a data URL is data.
func dataPart(key, data, mime, modality string) Node {
	if rest, ok := strings.CutPrefix(data, "data:"); ok {
		if kind, content, ok := strings.Cut(rest, ";base64,"); ok {
			return media("blob", "content", content, kind, modality)
		}
	}
	isLink := strings.HasSuffix(key, "url") || strings.HasSuffix(strings.ToLower(key), "uri")
	if before, _, ok := strings.Cut(data, "://"); isLink || ok && len(before) <= len("https") {
		return media("uri", "uri", data, mime, modality)
	}
	return media("blob", "content", data, mime, modality)
}

func media(kind, key, value, mime, modality string) (part Node) {
	if modality == "" {
		modality = modalityOf(mime)
	}
	part.putText("type", kind)
	if mime != "" {
		part.putText("mime_type", mime)
	}
	part.putText("modality", modality)
	part.putText(key, value)
	return part
}

// modalityOf is the conventions' word for a MIME type.
func modalityOf(mime string) string {
	switch kind, _, _ := strings.Cut(mime, "/"); kind {
	case "image", "audio", "video":
		return kind
	default:
		return "document"
	}
}
