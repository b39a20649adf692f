/** Reads the resources and tags of an AWS account. Start at {@link io.tagcompliance.aws.AwsCloud}. */
@NullMarked
package io.tagcompliance.aws;

import org.jspecify.annotations.NullMarked;
