package genaiprocessor_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const modulePath = "github.com/otel-genai/genaiprocessor"

// importRule says what the packages of one top folder may import, beside the standard library and themselves.
type importRule struct {
	own   []string // folders of this module
	other []string // prefixes of other modules' import paths
}

// importRules is the architecture: imports run from the root to processor to the two engines, which know no collector and
// not each other. A folder without a rule is an error, so that a new one is thought about.
var importRules = map[string]importRule{
	".": {
		own:   []string{"internal/metadata", "processor", "redaction", "costcalc"},
		other: []string{"go.opentelemetry.io/collector/", "go.opentelemetry.io/otel/", "go.uber.org/zap"},
	},
	"processor": {
		own:   []string{"internal/metadata", "redaction", "costcalc"},
		other: []string{"go.opentelemetry.io/collector/", "go.opentelemetry.io/otel/", "go.uber.org/zap"},
	},
	"redaction": {},
	"costcalc":  {},
	"internal": { // generated
		other: []string{"go.opentelemetry.io/collector/", "go.opentelemetry.io/otel/", "github.com/stretchr/testify/"},
	},
}

func TestImportsRunOneWay(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, file := range moduleFiles(t) {
		folder := path.Dir(file)
		top, _, _ := strings.Cut(folder, "/")
		seen[top] = true
		rule, ok := importRules[top]
		if !assert.True(t, ok, "%s: folder %q has no import rule", file, top) {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			assert.True(t, rule.allows(top, imported), "%s must not import %s", file, imported)
		}
	}
	for top := range importRules {
		assert.True(t, seen[top], "no Go file was found for the import rule of %q", top)
	}
}

// The rule itself is tested, or an error in it would let everything through.
func TestImportRule(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		top, imported string
		want          bool
	}{
		"an engine may import the standard library":            {"redaction", "encoding/json", true},
		"an engine may import its own inner room":              {"redaction", modulePath + "/redaction/detect", true},
		"an engine may not import the other engine":            {"redaction", modulePath + "/costcalc", false},
		"an engine may not import the collector":               {"costcalc", "go.opentelemetry.io/collector/pdata/pcommon", false},
		"an engine may not import another module":              {"costcalc", "golang.org/x/text/width", false},
		"a folder that only begins like an engine is no part":  {"redaction", modulePath + "/redactionextra", false},
		"the processor may import the engines":                 {"processor", modulePath + "/redaction", true},
		"the processor may import pdata":                       {"processor", "go.opentelemetry.io/collector/pdata/ptrace", true},
		"the processor may not import the root":                {"processor", modulePath, false},
		"the root may import the processor's package":          {".", modulePath + "/processor", true},
		"the root may not import a module that nobody allowed": {".", "gopkg.in/yaml.v3", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, importRules[tc.top].allows(tc.top, tc.imported))
		})
	}
}

// A component's package exports its factory and its configuration, nothing else (the collector's coding guidelines).
func TestRootExportsOnlyTheFactoryAndTheConfiguration(t *testing.T) {
	t.Parallel()
	types := map[string]ast.Expr{}
	var exported []string
	for _, file := range moduleFiles(t) {
		if path.Dir(file) != "." {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, decl := range parsed.Decls {
			exported = append(exported, exportedNames(decl, types)...)
		}
	}
	allowed := append(typesReachableFrom("Config", types), "NewFactory")
	assert.Subset(t, allowed, exported, "exported beside NewFactory, Config and Config's parts")
	assert.Subset(t, exported, []string{"Config", "NewFactory"})
}

// allows reports whether a package under the top folder may import the path.
func (r importRule) allows(top, imported string) bool {
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return true // the standard library: its paths begin without a host name
	}
	folder, ours := strings.CutPrefix(imported, modulePath+"/")
	if ours {
		return slices.ContainsFunc(append(r.own, top), func(own string) bool {
			return folder == own || strings.HasPrefix(folder, own+"/")
		})
	}
	return slices.ContainsFunc(r.other, func(prefix string) bool { return strings.HasPrefix(imported, prefix) })
}

// moduleFiles lists the Go files of the root module that aren't tests, with slashes, relative to the root.
func moduleFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	require.NoError(t, filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != "." && outsideModule(name) {
			return filepath.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	}))
	return files
}

// outsideModule reports whether the go command leaves the folder out of the root module's packages.
func outsideModule(folder string) bool {
	base := filepath.Base(folder)
	if base == "testdata" || base == "node_modules" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return true
	}
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

// exportedNames returns the exported package-level names of a declaration and adds its types to the map.
func exportedNames(decl ast.Decl, types map[string]ast.Expr) []string {
	var names []*ast.Ident
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil {
			names = append(names, decl.Name)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				types[spec.Name.Name] = spec.Type
				names = append(names, spec.Name)
			case *ast.ValueSpec:
				names = append(names, spec.Names...)
			}
		}
	}
	var exported []string
	for _, name := range names {
		if name.IsExported() {
			exported = append(exported, name.Name)
		}
	}
	return exported
}

// typesReachableFrom returns the name and the names of all types that its definition mentions, directly or through others.
func typesReachableFrom(name string, types map[string]ast.Expr) []string {
	reached := []string{name}
	for i := 0; i < len(reached); i++ {
		ast.Inspect(types[reached[i]], func(node ast.Node) bool {
			if ident, ok := node.(*ast.Ident); ok && types[ident.Name] != nil && !slices.Contains(reached, ident.Name) {
				reached = append(reached, ident.Name)
			}
			return true
		})
	}
	return reached
}
