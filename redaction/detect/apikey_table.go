package detect

// keyFormats are the keys with a fixed prefix. Where two prefixes start alike, the longer stands first. Lengths and alphabets are those
// of the public rules of gitleaks (https://github.com/gitleaks/gitleaks, config/gitleaks.toml, MIT) where it has one, and of keys as their
// issuers show them elsewhere, made lenient since issuers change them.
//
// To add a key: one line here. The test makes a key of it; a line in its table of samples is needed only where accept asks for more than
// mixed letters and digits.
var keyFormats = []keyFormat{
	// Models and their tools.
	{prefix: "sk-ant-", body: urlSafe, min: 32, accept: hasDigitAndLetter},        // Anthropic
	{prefix: "sk-proj-", body: urlSafe, min: 32, accept: hasDigitAndLetter},       // OpenAI, project
	{prefix: "sk-svcacct-", body: urlSafe, min: 32, accept: hasDigitAndLetter},    // OpenAI, service account
	{prefix: "sk-admin-", body: urlSafe, min: 32, accept: hasDigitAndLetter},      // OpenAI, administrator
	{prefix: "sk-or-v1-", body: hex, min: 48, max: 64},                            // OpenRouter
	{prefix: "sk-lf-", body: urlSafe, min: 36, max: 36, accept: isUUIDLike},       // Langfuse, secret key
	{prefix: "pk-lf-", body: urlSafe, min: 36, max: 36, accept: isUUIDLike},       // Langfuse, public key
	{prefix: "sk-", body: urlSafe, min: 20, accept: hasLongRun},                   // OpenAI, DeepSeek, LiteLLM and others
	{prefix: "gsk_", body: alnum, min: 40, max: 64},                               // Groq
	{prefix: "xai-", body: alnum, min: 64, max: 96},                               // xAI
	{prefix: "r8_", body: alnum, min: 37, max: 40},                                // Replicate
	{prefix: "pplx-", body: alnum, min: 40, max: 64},                              // Perplexity
	{prefix: "nvapi-", body: urlSafe, min: 48, accept: hasDigitAndLetter},         // NVIDIA
	{prefix: "csk-", body: alnum, min: 40, max: 64},                               // Cerebras
	{prefix: "tgp_v1_", body: urlSafe, min: 32, accept: hasDigitAndLetter},        // Together
	{prefix: "jina_", body: alnum | dash, min: 48, accept: hasLongRun},            // Jina
	{prefix: "e2b_", body: hex, min: 40, max: 40},                                 // E2B
	{prefix: "fc-", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},       // Firecrawl
	{prefix: "sk_", body: hex, min: 48, max: 48, accept: hasDigitAndLetter},       // ElevenLabs
	{prefix: "tvly-", body: urlSafe, min: 24, accept: hasDigitAndLetter},          // Tavily
	{prefix: "lsv2_pt_", body: word, min: 32, max: 64, accept: hasDigitAndLetter}, // LangSmith, personal
	{prefix: "lsv2_sk_", body: word, min: 32, max: 64, accept: hasDigitAndLetter}, // LangSmith, service
	{prefix: "hf_", body: word, min: 34, max: 34, accept: isMixed},                // Hugging Face
	{prefix: "api_org_", body: word, min: 34, max: 34, accept: isMixed},           // Hugging Face, organisation
	{prefix: "pcsk_", body: word, min: 40, accept: hasDigitAndLetter},             // Pinecone
	{prefix: "ABSK", body: base64Set, min: 100},                                   // Amazon Bedrock, long-lived
	{prefix: "bedrock-api-key-", body: base64Set, min: 28, accept: isBedrock},     // Amazon Bedrock, short-lived
	// Clouds.
	{prefix: "AKIA", body: alnum, min: 16, max: 16, accept: isBase32}, // Amazon Web Services
	{prefix: "ASIA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "ABIA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "ACCA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "A3T", body: alnum, min: 17, max: 17, accept: isBase32},
	{prefix: "AIza", body: urlSafe, min: 35, max: 35},                                // Google Cloud
	{prefix: "ya29.", body: urlSafe, min: 40},                                        // Google OAuth access token
	{prefix: "GOCSPX-", body: urlSafe, min: 28, max: 28},                             // Google OAuth client secret
	{prefix: "LTAI", body: alnum, min: 16, max: 20, accept: hasDigitAndLetter},       // Alibaba Cloud
	{prefix: "doo_v1_", body: hex, min: 64, max: 64},                                 // DigitalOcean
	{prefix: "dop_v1_", body: hex, min: 64, max: 64},                                 // DigitalOcean
	{prefix: "dor_v1_", body: hex, min: 64, max: 64},                                 // DigitalOcean
	{prefix: "dapi", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},         // Databricks
	{prefix: "HRKU-", body: urlSafe, min: 36, accept: hasDigitAndLetter},             // Heroku
	{prefix: "fo1_", body: urlSafe, min: 43, max: 43},                                // Fly.io
	{prefix: "fm1a_", body: base64Set, min: 100},                                     // Fly.io
	{prefix: "fm1r_", body: base64Set, min: 100},                                     // Fly.io
	{prefix: "fm2_", body: base64Set, min: 100},                                      // Fly.io
	{prefix: "hvs.", body: urlSafe, min: 24, accept: hasDigitAndLetter},              // HashiCorp Vault
	{prefix: "hvb.", body: urlSafe, min: 100, accept: hasDigitAndLetter},             // HashiCorp Vault, batch
	{prefix: "dp.pt.", body: alnum, min: 40, max: 48},                                // Doppler
	{prefix: "dp.ct.", body: alnum, min: 40, max: 48},                                // Doppler, command line
	{prefix: "dp.sa.", body: alnum, min: 40, max: 48},                                // Doppler, service account
	{prefix: "sbp_", body: hex, min: 40, max: 40},                                    // Supabase
	{prefix: "sb_secret_", body: urlSafe, min: 28, accept: hasDigitAndLetter},        // Supabase
	{prefix: "pul-", body: hex, min: 40, max: 40},                                    // Pulumi
	{prefix: "pscale_tkn_", body: urlSafe | dot | base64Sign, min: 32, max: 64},      // PlanetScale
	{prefix: "pscale_pw_", body: urlSafe | dot | base64Sign, min: 32, max: 64},       // PlanetScale
	{prefix: "pscale_oauth_", body: urlSafe | dot | base64Sign, min: 32, max: 64},    // PlanetScale
	{prefix: "AGE-SECRET-KEY-1", body: upper | digit, min: 58, max: 58},              // age, secret key
	{prefix: "A3-", body: upper | digit | dash, min: 34, accept: isGrouped1Password}, // 1Password
	// Code hosts, packages, builds.
	{prefix: "ghp_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck},    // GitHub
	{prefix: "gho_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck},    // GitHub
	{prefix: "ghu_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck},    // GitHub
	{prefix: "ghs_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck},    // GitHub
	{prefix: "ghr_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck},    // GitHub
	{prefix: "github_pat_", body: word, min: 60, max: 255},                      // GitHub
	{prefix: "glpat-", body: urlSafe | dot, min: 20, accept: hasDigitAndLetter}, // GitLab, and its kin below
	{prefix: "gldt-", body: urlSafe, min: 20, accept: hasDigitAndLetter},
	{prefix: "glrt-", body: urlSafe | dot, min: 20, accept: hasDigitAndLetter},
	{prefix: "glptt-", body: hex, min: 40, max: 40},
	{prefix: "gloas-", body: urlSafe, min: 64, max: 64},
	{prefix: "glsoat-", body: urlSafe, min: 20, accept: hasDigitAndLetter},
	{prefix: "glcbt-", body: urlSafe, min: 20, accept: hasDigitAndLetter},
	{prefix: "glagent-", body: urlSafe, min: 50},
	{prefix: "glimt-", body: urlSafe, min: 25},
	{prefix: "glft-", body: urlSafe, min: 20, accept: hasDigitAndLetter},
	{prefix: "GR1348941", body: urlSafe, min: 20, max: 20},
	{prefix: "npm_", body: alnum, min: 36, max: 36},                            // npm
	{prefix: "pypi-AgEIcHlwaS5vcmc", body: urlSafe, min: 50},                   // PyPI
	{prefix: "pypi-AgENdGVzdC5weXBpLm9yZw", body: urlSafe, min: 50},            // PyPI, test
	{prefix: "CLOJARS_", body: alnum, min: 60, max: 60},                        // Clojars
	{prefix: "dckr_pat_", body: urlSafe, min: 27, accept: hasDigitAndLetter},   // Docker
	{prefix: "AKCp", body: alnum, min: 69, max: 69},                            // Artifactory
	{prefix: "cmVmd", body: alnum, min: 59, max: 59},                           // Artifactory, reference
	{prefix: "sgp_local_", body: hex, min: 40, max: 40},                        // Sourcegraph
	{prefix: "sgp_", body: word, min: 40, max: 57, accept: isSourcegraph},      // Sourcegraph
	{prefix: "API-", body: upper | digit, min: 26, max: 26, accept: isOctopus}, // Octopus Deploy
	{prefix: "pnu_", body: alnum, min: 36, max: 36},                            // Prefect
	{prefix: "ATATT3", body: urlSafe | base64Sign, min: 100},                   // Atlassian
	{prefix: "ATCTT3", body: urlSafe | base64Sign, min: 100},                   // Atlassian
	// Messages, mail, payments, monitoring and other services.
	{prefix: "xoxb-", body: alnum | dash, min: 20, accept: hasDashedNumber},          // Slack
	{prefix: "xoxp-", body: alnum | dash, min: 20, accept: hasDashedNumber},          // Slack
	{prefix: "xoxa-", body: alnum | dash, min: 10, accept: hasDigitAndLetter},        // Slack
	{prefix: "xoxr-", body: alnum | dash, min: 10, accept: hasDigitAndLetter},        // Slack
	{prefix: "xoxo-", body: alnum | dash, min: 20, accept: hasDashedNumber},          // Slack
	{prefix: "xoxs-", body: alnum | dash, min: 20, accept: hasDashedNumber},          // Slack
	{prefix: "xoxe.xoxb-", body: alnum | dash, min: 120},                             // Slack
	{prefix: "xoxe.xoxp-", body: alnum | dash, min: 120},                             // Slack
	{prefix: "xoxe-", body: alnum | dash, min: 50, accept: hasDigitAndLetter},        // Slack
	{prefix: "xapp-", body: alnum | dash, min: 32, accept: hasDashedNumber},          // Slack
	{prefix: "hooks.slack.com/services/", body: base64Set, min: 40, max: 100},        // Slack, web hook
	{prefix: "hooks.slack.com/workflows/", body: base64Set, min: 40, max: 100},       // Slack, web hook
	{prefix: "hooks.slack.com/triggers/", body: base64Set, min: 40, max: 100},        // Slack, web hook
	{prefix: "SG.", body: urlSafe | dot, min: 60, max: 70},                           // SendGrid
	{prefix: "SK", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},           // Twilio
	{prefix: "key-", body: hex, min: 32, max: 32},                                    // Mailgun
	{prefix: "xkeysib-", body: alnum | dash, min: 81, max: 81},                       // Brevo
	{prefix: "sk_live_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "sk_test_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "sk_prod_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "rk_live_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "rk_test_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "rk_prod_", body: alnum, min: 16, accept: hasDigitAndLetter},            // Stripe
	{prefix: "whsec_", body: base64Set, min: 24},                                     // Stripe, web hook
	{prefix: "shpat_", body: hex, min: 32, max: 32},                                  // Shopify
	{prefix: "shpca_", body: hex, min: 32, max: 32},                                  // Shopify
	{prefix: "shppa_", body: hex, min: 32, max: 32},                                  // Shopify
	{prefix: "shpss_", body: hex, min: 32, max: 32},                                  // Shopify
	{prefix: "sq0atp-", body: urlSafe, min: 22, max: 60},                             // Square
	{prefix: "sq0csp-", body: urlSafe, min: 22, max: 60},                             // Square
	{prefix: "EAAA", body: urlSafe, min: 22, max: 64, accept: hasDigitAndLetter},     // Square
	{prefix: "FLWSECK_TEST-", body: alnum | dash, min: 34, max: 34},                  // Flutterwave
	{prefix: "duffel_test_", body: urlSafe | base64Sign, min: 43, max: 43},           // Duffel
	{prefix: "duffel_live_", body: urlSafe | base64Sign, min: 43, max: 43},           // Duffel
	{prefix: "p8e-", body: alnum, min: 32, max: 32},                                  // Adobe
	{prefix: "PMAK-", body: hex | dash, min: 59, max: 59},                            // Postman
	{prefix: "figd_", body: urlSafe, min: 40, accept: hasDigitAndLetter},             // Figma
	{prefix: "lin_api_", body: alnum, min: 40, max: 40},                              // Linear
	{prefix: "ntn_", body: alnum, min: 46, max: 46, accept: hasDigitAndLetter},       // Notion
	{prefix: "sntrys_", body: word | base64Sign, min: 60, accept: hasDigitAndLetter}, // Sentry, organisation
	{prefix: "sntryu_", body: hex, min: 64, max: 64},                                 // Sentry, user
	{prefix: "glsa_", body: word, min: 41, max: 41},                                  // Grafana, service account
	{prefix: "glc_", body: base64Set, min: 32, accept: hasDigitAndLetter},            // Grafana Cloud
	{prefix: "NRAK-", body: alnum, min: 27, max: 27},                                 // New Relic
	{prefix: "NRJS-", body: hex, min: 19, max: 19},                                   // New Relic, browser
	{prefix: "rdme_", body: alnum, min: 70, max: 70},                                 // ReadMe
	{prefix: "tfp_", body: urlSafe | dot | base64Sign, min: 59, max: 59},             // Typeform
	{prefix: "fio-u-", body: urlSafe | base64Sign, min: 64, max: 64},                 // Frame.io
	{prefix: "sm_aat_", body: alnum, min: 16, max: 16},                               // SettleMint
	{prefix: "sm_sat_", body: alnum, min: 16, max: 16},                               // SettleMint
	{prefix: "s-s4t2ud-", body: hex, min: 64, max: 64},                               // Intra 42
	{prefix: "s-s4t2af-", body: hex, min: 64, max: 64},                               // Intra 42
}

// isBase32 accepts the alphabet of AWS access key ids, A-Z and 2-7, and a first character of a fourth letter in "A3T?".
func isBase32(body []byte) bool {
	for i, c := range body {
		if is(c, upper) || c >= '2' && c <= '7' || i == 0 && len(body) == 17 && is(c, digit) {
			continue
		}
		return false
	}
	return true
}

// isMixed accepts letters in both cases, or digits: names in source code have one case.
func isMixed(body []byte) bool {
	return !hasAny(body, underscore) && (hasAny(body, digit) || hasAny(body, lower) && hasAny(body, upper))
}

// isBedrock accepts base64 of "bedrock.amazonaws.com…".
func isBedrock(body []byte) bool {
	const start = "YmVkcm9jay5hbWF6b25hd3MuY29t"
	return string(body[:len(start)]) == start
}

// isSourcegraph accepts 40 hexadecimal digits, alone or behind 16 and an underscore.
func isSourcegraph(body []byte) bool {
	for i, c := range body {
		if !is(c, hex) && (c != '_' || i != 16 || len(body) != 57) {
			return false
		}
	}
	return len(body) == 40 || len(body) == 57
}

// isOctopus accepts digits beside letters: words in capitals have none.
func isOctopus(body []byte) bool { return hasDigitAndLetter(body) && distinct(body) >= 12 }
