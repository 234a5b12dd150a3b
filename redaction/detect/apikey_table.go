package detect

// keyFormats are the keys with a fixed prefix. Where two prefixes start alike, the longer stands first. Lengths and alphabets are those
// of the public rules of gitleaks (https://github.com/gitleaks/gitleaks, config/gitleaks.toml, MIT) where it has one, and of keys as their
// issuers show them elsewhere, made lenient since issuers change them.
//
// To add a key: one line here. The test makes a key of it; a line in its table of samples is needed only where accept asks for more than
// mixed letters and digits.
var keyFormats = []keyFormat{
	// Models and their tools.
	{prefix: "sk-ant-", body: urlSafe, min: 32, accept: hasDigitAndLetter},                    // Anthropic
	{prefix: "sk-proj-", body: urlSafe, min: 32, accept: hasDigitAndLetter},                   // OpenAI, project
	{prefix: "sk-svcacct-", body: urlSafe, min: 32, accept: hasDigitAndLetter},                // OpenAI, service account
	{prefix: "sk-admin-", body: urlSafe, min: 32, accept: hasDigitAndLetter},                  // OpenAI, administrator
	{prefix: "sk-or-v1-", body: hex, min: 48, max: 64},                                        // OpenRouter
	{prefix: "sk-lf-", body: urlSafe, min: 36, max: 36, accept: isUUIDLike},                   // Langfuse, secret key
	{prefix: "pk-lf-", body: urlSafe, min: 36, max: 36, accept: isUUIDLike},                   // Langfuse, public key
	{prefix: "sk-", body: urlSafe, min: 20, accept: hasLongRun},                               // OpenAI, DeepSeek, LiteLLM and others
	{prefix: "gsk_", body: alnum, min: 40, max: 64},                                           // Groq
	{prefix: "xai-", body: alnum, min: 64, max: 96},                                           // xAI
	{prefix: "r8_", body: alnum, min: 37, max: 40},                                            // Replicate
	{prefix: "pplx-", body: alnum, min: 40, max: 64},                                          // Perplexity
	{prefix: "nvapi-", body: urlSafe, min: 48, accept: hasDigitAndLetter},                     // NVIDIA
	{prefix: "csk-", body: alnum, min: 40, max: 64},                                           // Cerebras
	{prefix: "tgp_v1_", body: urlSafe, min: 32, accept: hasDigitAndLetter},                    // Together
	{prefix: "jina_", body: alnum | dash, min: 48, accept: hasLongRun},                        // Jina
	{prefix: "e2b_", body: hex, min: 40, max: 40},                                             // E2B
	{prefix: "fc-", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},                   // Firecrawl
	{prefix: "sk_", body: hex, min: 48, max: 48, accept: hasDigitAndLetter},                   // ElevenLabs
	{prefix: "tvly-", body: urlSafe, min: 24, accept: hasDigitAndLetter},                      // Tavily
	{prefix: "lsv2_pt_", body: word, min: 32, max: 64, accept: hasDigitAndLetter},             // LangSmith, personal
	{prefix: "lsv2_sk_", body: word, min: 32, max: 64, accept: hasDigitAndLetter},             // LangSmith, service
	{prefix: "hf_", body: word, min: 34, max: 34, accept: isMixed},                            // Hugging Face
	{prefix: "api_org_", body: word, min: 34, max: 34, accept: isMixed},                       // Hugging Face, organisation
	{prefix: "pcsk_", body: word, min: 40, accept: hasDigitAndLetter},                         // Pinecone
	{prefix: "ABSK", body: base64Set, min: 100},                                               // Amazon Bedrock, long-lived
	{prefix: "bedrock-api-key-", body: base64Set, min: 28, accept: isBedrock},                 // Amazon Bedrock, short-lived
	{prefix: "sk-helicone-", body: alnum | dash, min: 28, max: 40, accept: hasDigitAndLetter}, // Helicone
	{prefix: "sess-", body: alnum, min: 40, max: 40},                                          // OpenAI, session
	{prefix: "pa-", body: urlSafe, min: 43, max: 43, accept: isMixedCase},                     // Voyage AI
	{prefix: "AQ.Ab", body: urlSafe, min: 40, accept: isMixedCase},                            // Google, Gemini API
	{prefix: "fw_", body: alnum, min: 22, max: 24, accept: isRandom},                          // Fireworks
	{prefix: "esecret_", body: alnum, min: 24, accept: hasDigitAndLetter},                     // Anyscale
	{prefix: "apify_api_", body: alnum, min: 36, max: 36},                                     // Apify
	{prefix: "pylf_v1_", body: word, min: 40, accept: hasDigitAndLetter},                      // Logfire
	{prefix: "ls__", body: hex, min: 32, max: 32},                                             // LangSmith, before 2024
	{prefix: "wandb_v1_", body: word, min: 40, accept: hasDigitAndLetter},                     // Weights & Biases
	// Clouds.
	{prefix: "AKIA", body: alnum, min: 16, max: 16, accept: isBase32}, // Amazon Web Services
	{prefix: "ASIA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "ABIA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "ACCA", body: alnum, min: 16, max: 16, accept: isBase32},
	{prefix: "A3T", body: alnum, min: 17, max: 17, accept: isBase32},
	{prefix: "AIza", body: urlSafe, min: 35, max: 35},                                      // Google Cloud
	{prefix: "ya29.", body: urlSafe, min: 40},                                              // Google OAuth access token
	{prefix: "GOCSPX-", body: urlSafe, min: 28, max: 28},                                   // Google OAuth client secret
	{prefix: "LTAI", body: alnum, min: 16, max: 20, accept: hasDigitAndLetter},             // Alibaba Cloud
	{prefix: "doo_v1_", body: hex, min: 64, max: 64},                                       // DigitalOcean
	{prefix: "dop_v1_", body: hex, min: 64, max: 64},                                       // DigitalOcean
	{prefix: "dor_v1_", body: hex, min: 64, max: 64},                                       // DigitalOcean
	{prefix: "dapi", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},               // Databricks
	{prefix: "HRKU-", body: urlSafe, min: 36, accept: hasDigitAndLetter},                   // Heroku
	{prefix: "fo1_", body: urlSafe, min: 43, max: 43},                                      // Fly.io
	{prefix: "fm1a_", body: base64Set, min: 100},                                           // Fly.io
	{prefix: "fm1r_", body: base64Set, min: 100},                                           // Fly.io
	{prefix: "fm2_", body: base64Set, min: 100},                                            // Fly.io
	{prefix: "hvs.", body: urlSafe, min: 24, accept: hasDigitAndLetter},                    // HashiCorp Vault
	{prefix: "hvb.", body: urlSafe, min: 100, accept: hasDigitAndLetter},                   // HashiCorp Vault, batch
	{prefix: "dp.pt.", body: alnum, min: 40, max: 48},                                      // Doppler
	{prefix: "dp.ct.", body: alnum, min: 40, max: 48},                                      // Doppler, command line
	{prefix: "dp.sa.", body: alnum, min: 40, max: 48},                                      // Doppler, service account
	{prefix: "sbp_", body: hex, min: 40, max: 40},                                          // Supabase
	{prefix: "sb_secret_", body: urlSafe, min: 28, accept: hasDigitAndLetter},              // Supabase
	{prefix: "pul-", body: hex, min: 40, max: 40},                                          // Pulumi
	{prefix: "pscale_tkn_", body: urlSafe | dot | base64Sign, min: 32, max: 64},            // PlanetScale
	{prefix: "pscale_pw_", body: urlSafe | dot | base64Sign, min: 32, max: 64},             // PlanetScale
	{prefix: "pscale_oauth_", body: urlSafe | dot | base64Sign, min: 32, max: 64},          // PlanetScale
	{prefix: "AGE-SECRET-KEY-1", body: upper | digit, min: 58, max: 58},                    // age, secret key
	{prefix: "A3-", body: upper | digit | dash, min: 34, accept: isGrouped1Password},       // 1Password
	{prefix: "ops_eyJ", body: base64Set, min: 200},                                         // 1Password, service account
	{prefix: "sl.", body: urlSafe | base64Sign, min: 120, accept: hasDigitAndLetter},       // Dropbox, short-lived
	{prefix: "v1.0-", body: hex | dash, min: 171, max: 171, accept: isSplit('-', 24, 146)}, // Cloudflare, origin CA
	{prefix: "dnkey-", body: urlSafe | base64Sign, min: 79, max: 79},                       // Defined Networking
	{prefix: "4b1d", body: alnum, min: 38, max: 38},                                        // ClickHouse Cloud
	{prefix: "castai_v1_", body: word, min: 73, max: 73},                                   // Cast AI
	{prefix: "sha256~", body: urlSafe, min: 43, max: 43},                                   // OpenShift
	{prefix: "hvr.", body: urlSafe, min: 24, accept: hasDigitAndLetter},                    // HashiCorp Vault, recovery
	{prefix: "tk-us-", body: urlSafe, min: 48, max: 48, accept: hasDigitAndLetter},         // Scalingo
	{prefix: "t1.", body: urlSafe | dot | base64Sign, min: 90, accept: hasDigitAndLetter},  // Yandex Cloud, IAM
	{prefix: "AQVN", body: urlSafe, min: 35, max: 38},                                      // Yandex Cloud
	{prefix: "YC", body: urlSafe, min: 38, max: 38, accept: isMixedCase},                   // Yandex Cloud, static
	{prefix: "AKID", body: alnum, min: 32, max: 32, accept: isMixedCase},                   // Tencent Cloud
	{prefix: "mdb_sa_sk_", body: urlSafe, min: 40, max: 40},                                // MongoDB Atlas, service account
	{prefix: "napi_", body: alnum, min: 64, max: 64},                                       // Neon
	{prefix: "rnd_", body: alnum, min: 28, max: 32, accept: isMixedCase},                   // Render
	{prefix: "nfp_", body: alnum, min: 36, max: 40},                                        // Netlify
	{prefix: "tskey-auth-", body: alnum | dash, min: 28, accept: hasDigitAndLetter},        // Tailscale
	{prefix: "tskey-api-", body: alnum | dash, min: 28, accept: hasDigitAndLetter},         // Tailscale
	{prefix: "tskey-client-", body: alnum | dash, min: 28, accept: hasDigitAndLetter},      // Tailscale
	{prefix: "CFPAT-", body: urlSafe, min: 43, max: 43},                                    // Contentful
	// Code hosts, packages, builds.
	{prefix: "ghp_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck}, // GitHub
	{prefix: "gho_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck}, // GitHub
	{prefix: "ghu_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck}, // GitHub
	{prefix: "ghs_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck}, // GitHub
	{prefix: "ghr_", body: alnum, min: 36, max: 255, proves: hasGitHubCheck}, // GitHub
	{prefix: "github_pat_", body: word, min: 60, max: 255},                   // GitHub
	{prefix: "glpat-", body: urlSafe | dot, min: 20, accept: looksKeyed},     // GitLab, and its kin below
	{prefix: "gldt-", body: urlSafe, min: 20, accept: looksKeyed},
	{prefix: "glrt-", body: urlSafe | dot, min: 20, accept: looksKeyed},
	{prefix: "glptt-", body: hex, min: 40, max: 40},
	{prefix: "gloas-", body: urlSafe, min: 64, max: 64},
	{prefix: "glsoat-", body: urlSafe, min: 20, accept: looksKeyed},
	{prefix: "glcbt-", body: urlSafe, min: 20, accept: looksKeyed},
	{prefix: "glagent-", body: urlSafe, min: 50},
	{prefix: "glimt-", body: urlSafe, min: 25},
	{prefix: "glft-", body: urlSafe, min: 20, accept: looksKeyed},
	{prefix: "glffct-", body: urlSafe, min: 20, accept: looksKeyed},
	{prefix: "GR1348941", body: urlSafe, min: 20, max: 20},
	{prefix: "npm_", body: alnum, min: 36, max: 36},                                           // npm
	{prefix: "pypi-AgEIcHlwaS5vcmc", body: urlSafe, min: 50},                                  // PyPI
	{prefix: "pypi-AgENdGVzdC5weXBpLm9yZw", body: urlSafe, min: 50},                           // PyPI, test
	{prefix: "CLOJARS_", body: alnum, min: 60, max: 60},                                       // Clojars
	{prefix: "dckr_pat_", body: urlSafe, min: 27, accept: hasDigitAndLetter},                  // Docker
	{prefix: "dckr_oat_", body: urlSafe, min: 27, accept: hasDigitAndLetter},                  // Docker, organisation
	{prefix: "rubygems_", body: hex, min: 48, max: 48},                                        // RubyGems
	{prefix: "oy2", body: alnum, min: 43, max: 43},                                            // NuGet
	{prefix: "cio", body: alnum, min: 32, max: 32, accept: isMixedCase},                       // crates.io
	{prefix: "squ_", body: hex, min: 40, max: 40},                                             // SonarQube
	{prefix: "sqp_", body: hex, min: 40, max: 40},                                             // SonarQube, project
	{prefix: "sqa_", body: hex, min: 40, max: 40},                                             // SonarQube, analysis
	{prefix: "bkua_", body: hex, min: 40, max: 40},                                            // Buildkite
	{prefix: "CCIPAT_", body: word, min: 40, accept: hasDigitAndLetter},                       // CircleCI
	{prefix: "pat.", body: urlSafe | dot, min: 68, max: 68, accept: isSplit('.', 22, 24, 20)}, // Harness
	{prefix: "sat.", body: urlSafe | dot, min: 68, max: 68, accept: isSplit('.', 22, 24, 20)}, // Harness, service account
	{prefix: "ico-", body: alnum, min: 32, max: 32, accept: isNoHash},                         // Infracost
	{prefix: "sdk-", body: hex | dash, min: 36, max: 36, accept: isUUIDLike},                  // LaunchDarkly
	{prefix: "ATBB", body: alnum, min: 32, max: 32},                                           // Bitbucket
	{prefix: "AKCp", body: alnum, min: 69, max: 69},                                           // Artifactory
	{prefix: "cmVmd", body: alnum, min: 59, max: 59},                                          // Artifactory, reference
	{prefix: "sgp_local_", body: hex, min: 40, max: 40},                                       // Sourcegraph
	{prefix: "sgp_", body: word, min: 40, max: 57, accept: isSourcegraph},                     // Sourcegraph
	{prefix: "API-", body: upper | digit, min: 26, max: 26, accept: isOctopus},                // Octopus Deploy
	{prefix: "pnu_", body: alnum, min: 36, max: 36},                                           // Prefect
	{prefix: "ATATT3", body: urlSafe | base64Sign, min: 100},                                  // Atlassian
	{prefix: "ATCTT3", body: urlSafe | base64Sign, min: 100},                                  // Atlassian
	{prefix: "sc_", body: urlSafe | dot | base64Set, min: 56, accept: isAuthress},             // Authress, and its kin below
	{prefix: "ext_", body: urlSafe | dot | base64Set, min: 56, accept: isAuthress},
	{prefix: "scauth_", body: urlSafe | dot | base64Set, min: 56, accept: isAuthress},
	{prefix: "authress_", body: urlSafe | dot | base64Set, min: 56, accept: isAuthress},
	{prefix: "ctp_", body: alnum, min: 30, max: 248, accept: hasDigitAndLetter}, // Chief Tools, and its kin below
	{prefix: "cto_", body: alnum, min: 30, max: 248, accept: hasDigitAndLetter},
	{prefix: "ctr_", body: alnum, min: 30, max: 248, accept: hasDigitAndLetter},
	// Messages, mail, payments, monitoring and other services.
	{prefix: "xoxb-", body: alnum | dash, min: 20, accept: hasDashedNumber},                                  // Slack
	{prefix: "xoxp-", body: alnum | dash, min: 20, accept: hasDashedNumber},                                  // Slack
	{prefix: "xoxa-", body: alnum | dash, min: 10, accept: hasDigitAndLetter},                                // Slack
	{prefix: "xoxr-", body: alnum | dash, min: 10, accept: hasDigitAndLetter},                                // Slack
	{prefix: "xoxo-", body: alnum | dash, min: 20, accept: hasDashedNumber},                                  // Slack
	{prefix: "xoxs-", body: alnum | dash, min: 20, accept: hasDashedNumber},                                  // Slack
	{prefix: "xoxe.xoxb-", body: alnum | dash, min: 120},                                                     // Slack
	{prefix: "xoxe.xoxp-", body: alnum | dash, min: 120},                                                     // Slack
	{prefix: "xoxe-", body: alnum | dash, min: 50, accept: hasDigitAndLetter},                                // Slack
	{prefix: "xapp-", body: alnum | dash, min: 32, accept: hasDashedNumber},                                  // Slack
	{prefix: "hooks.slack.com/services/", body: base64Set, min: 40, max: 100},                                // Slack, web hook
	{prefix: "hooks.slack.com/workflows/", body: base64Set, min: 40, max: 100},                               // Slack, web hook
	{prefix: "hooks.slack.com/triggers/", body: base64Set, min: 40, max: 100},                                // Slack, web hook
	{prefix: "discord.com/api/webhooks/", body: urlSafe | base64Sign, min: 70, accept: hasDigitAndLetter},    // Discord, web hook
	{prefix: "discordapp.com/api/webhooks/", body: urlSafe | base64Sign, min: 70, accept: hasDigitAndLetter}, // Discord, web hook
	{prefix: "SG.", body: urlSafe | dot, min: 60, max: 70},                                                   // SendGrid
	{prefix: "SK", body: hex, min: 32, max: 32, accept: hasDigitAndLetter},                                   // Twilio
	{prefix: "key-", body: hex, min: 32, max: 32},                                                            // Mailgun
	{prefix: "pubkey-", body: hex, min: 32, max: 32},                                                         // Mailgun, validation
	{prefix: "xkeysib-", body: alnum | dash, min: 81, max: 81, accept: isSplit('-', 64, 16)},                 // Brevo
	{prefix: "xsmtpsib-", body: alnum | dash, min: 81, max: 81, accept: isSplit('-', 64, 16)},                // Brevo, SMTP
	{prefix: "sk_live_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "sk_test_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "sk_prod_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "rk_live_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "rk_test_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "rk_prod_", body: alnum, min: 16, accept: hasDigitAndLetter},                                    // Stripe
	{prefix: "whsec_", body: base64Set, min: 24},                                                             // Stripe, web hook
	{prefix: "shpat_", body: hex, min: 32, max: 32},                                                          // Shopify
	{prefix: "shpca_", body: hex, min: 32, max: 32},                                                          // Shopify
	{prefix: "shppa_", body: hex, min: 32, max: 32},                                                          // Shopify
	{prefix: "shpss_", body: hex, min: 32, max: 32},                                                          // Shopify
	{prefix: "shpua_", body: hex, min: 32, max: 32},                                                          // Shopify
	{prefix: "shippo_live_", body: hex, min: 40, max: 40},                                                    // Shippo
	{prefix: "shippo_test_", body: hex, min: 40, max: 40},                                                    // Shippo
	{prefix: "sq0atp-", body: urlSafe, min: 22, max: 60},                                                     // Square
	{prefix: "sq0csp-", body: urlSafe, min: 22, max: 60},                                                     // Square
	{prefix: "EAAA", body: urlSafe, min: 22, max: 64, accept: hasDigitAndLetter},                             // Square
	{prefix: "EAA", body: alnum, min: 100},                                                                   // Facebook, page and user tokens
	{prefix: "production_", body: word, min: 25, max: 25, accept: isSplit('_', 8, 16)},                       // Braintree
	{prefix: "sandbox_", body: word, min: 25, max: 25, accept: isSplit('_', 8, 16)},                          // Braintree
	{prefix: "access-production-", body: hex | dash, min: 36, max: 36, accept: isUUIDLike},                   // Plaid
	{prefix: "access-development-", body: hex | dash, min: 36, max: 36, accept: isUUIDLike},                  // Plaid
	{prefix: "access-sandbox-", body: hex | dash, min: 36, max: 36, accept: isUUIDLike},                      // Plaid
	{prefix: "live_pub_", body: hex, min: 31, max: 31},                                                       // Lob
	{prefix: "test_pub_", body: hex, min: 31, max: 31},                                                       // Lob
	{prefix: "EZAK", body: alnum, min: 54, max: 54},                                                          // EasyPost
	{prefix: "EZTK", body: alnum, min: 54, max: 54},                                                          // EasyPost, test
	{prefix: "FLWSECK_TEST-", body: alnum | dash, min: 34, max: 34},                                          // Flutterwave
	{prefix: "FLWSECK_TEST-", body: alnum, min: 12, max: 12},                                                 // Flutterwave, encryption
	{prefix: "FLWPUBK_TEST-", body: alnum | dash, min: 34, max: 34},                                          // Flutterwave, public
	{prefix: "FLWSECK-", body: alnum | dash, min: 34, max: 34},                                               // Flutterwave, live
	{prefix: "duffel_test_", body: urlSafe | base64Sign, min: 43, max: 43},                                   // Duffel
	{prefix: "duffel_live_", body: urlSafe | base64Sign, min: 43, max: 43},                                   // Duffel
	{prefix: "p8e-", body: alnum, min: 32, max: 32},                                                          // Adobe
	{prefix: "PMAK-", body: hex | dash, min: 59, max: 59},                                                    // Postman
	{prefix: "figd_", body: urlSafe, min: 40, accept: hasDigitAndLetter},                                     // Figma
	{prefix: "lin_api_", body: alnum, min: 40, max: 40},                                                      // Linear
	{prefix: "lin_oauth_", body: alnum, min: 40, accept: hasDigitAndLetter},                                  // Linear, OAuth
	{prefix: "secret_", body: alnum, min: 43, max: 43, accept: isMixedCase},                                  // Notion, before 2024
	{prefix: "ntn_", body: alnum, min: 46, max: 46, accept: hasDigitAndLetter},                               // Notion
	{prefix: "sntrys_", body: word | base64Sign, min: 60, accept: hasDigitAndLetter},                         // Sentry, organisation
	{prefix: "sntryu_", body: hex, min: 64, max: 64},                                                         // Sentry, user
	{prefix: "eyJrIjoi", body: base64Set, min: 70},                                                           // Grafana, before 2023
	{prefix: "glsa_", body: word, min: 41, max: 41},                                                          // Grafana, service account
	{prefix: "glc_", body: base64Set, min: 32, accept: hasDigitAndLetter},                                    // Grafana Cloud
	{prefix: "NRAK-", body: alnum, min: 27, max: 27},                                                         // New Relic
	{prefix: "NRJS-", body: hex, min: 19, max: 19},                                                           // New Relic, browser
	{prefix: "NRII-", body: alnum | dash, min: 32, max: 32, accept: hasDigitAndLetter},                       // New Relic, insert
	{prefix: "dt0c01.", body: alnum | dot, min: 89, max: 89, accept: isSplit('.', 24, 64)},                   // Dynatrace
	{prefix: "dt0s01.", body: alnum | dot, min: 73, accept: hasDigitAndLetter},                               // Dynatrace, OAuth client
	{prefix: "phx_", body: alnum, min: 43, accept: hasDigitAndLetter},                                        // PostHog
	{prefix: "pk.", body: urlSafe | dot, min: 60, accept: isMapbox},                                          // Mapbox, public
	{prefix: "sk.eyJ", body: urlSafe | dot, min: 60, accept: isMapbox},                                       // Mapbox
	{prefix: "rdme_", body: alnum, min: 70, max: 70},                                                         // ReadMe
	{prefix: "tfp_", body: urlSafe | dot | base64Sign, min: 59, max: 59},                                     // Typeform
	{prefix: "fio-u-", body: urlSafe | base64Sign, min: 64, max: 64},                                         // Frame.io
	{prefix: "sm_aat_", body: alnum, min: 16, max: 16},                                                       // SettleMint
	{prefix: "sm_pat_", body: alnum, min: 16, max: 16},                                                       // SettleMint
	{prefix: "sm_sat_", body: alnum, min: 16, max: 16},                                                       // SettleMint
	{prefix: "s-s4t2ud-", body: hex, min: 64, max: 64},                                                       // Intra 42
	{prefix: "s-s4t2af-", body: hex, min: 64, max: 64},                                                       // Intra 42
}
