/** The answer of a check as other programs read it: SARIF for code scanning, JUnit for build servers, Markdown for people. */
@NullMarked
package io.tagcompliance.server.cli.report;

import org.jspecify.annotations.NullMarked;
