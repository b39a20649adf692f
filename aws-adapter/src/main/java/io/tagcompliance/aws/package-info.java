package io.tagcompliance.aws;
