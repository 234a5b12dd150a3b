package e2e

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAlertsFire runs the rules of examples/alerts.yaml in a real rule engine over costs that rise, and over some that don't.
func TestAlertsFire(t *testing.T) {
	t.Parallel()
	engine := exec.Command(built(t, "vmalert-tool"), "unittest", "--disableAlertgroupLabel", "--files=alerts.test.yaml")
	engine.Dir = "testdata" // from where the file names its rules
	output, err := engine.CombinedOutput()
	assert.NoError(t, err, "%s", output)
}

var selectors = regexp.MustCompile(`[a-z_]+\{[^}]*\}|otelcol_[a-z_]+`)

// checkAlertsSelect looks for what the alerts select on a server that has scraped everything there is: a rule on a metric or
// label whose name is wrong never fires.
func checkAlertsSelect(t *testing.T, server *victoriaMetrics) {
	t.Helper()
	rules, err := os.ReadFile(examplePath("alerts.yaml"))
	require.NoError(t, err)
	found := selectors.FindAllString(string(rules), -1)
	require.Greater(t, len(found), 6)
	for _, selector := range found {
		// Nothing was dropped, or the sums would be wrong: only the metric is there.
		selector = strings.Replace(selector, `error!=""`, "", 1)
		assert.NotEmpty(t, server.query(t, selector), selector)
	}
}
