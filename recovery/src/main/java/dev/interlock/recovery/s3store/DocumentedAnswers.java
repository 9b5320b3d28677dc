package dev.interlock.recovery.s3store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * Lets through only answers of the kind that was asked for. The SDK leaves out what it does not
 * know, so that a page for signing in would read as a bucket without rules, or without objects.
 */
final class DocumentedAnswers implements ExecutionInterceptor {

  private static final XMLInputFactory XML = factory();

  /**
   * A kind of answer.
   *
   * @param root name of its outermost element
   * @param within names of the elements directly in it; empty where servers that only speak like S3
   *     may send more
   */
  private record Kind(String root, Set<String> within) {}

  /** Amazon S3 API Reference, the response syntax of the actions of these names. */
  private static final Map<Class<? extends SdkRequest>, Kind> KINDS =
      Map.of(
          ListObjectsV2Request.class,
          new Kind("ListBucketResult", Set.of()),
          GetBucketLifecycleConfigurationRequest.class,
          new Kind("LifecycleConfiguration", Set.of("Rule")),
          ListBucketIntelligentTieringConfigurationsRequest.class,
          new Kind(
              "ListBucketIntelligentTieringConfigurationsOutput",
              Set.of(
                  "IsTruncated",
                  "ContinuationToken",
                  "NextContinuationToken",
                  "IntelligentTieringConfiguration")));

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Kind kind = KINDS.get(context.request().getClass());
    return kind == null || !context.httpResponse().isSuccessful()
        ? context.responseBody()
        : Optional.of(checked(kind, context.responseBody()));
  }

  private static InputStream checked(Kind kind, Optional<InputStream> body) {
    try (InputStream content = body.orElseGet(InputStream::nullInputStream)) {
      byte[] answer = content.readAllBytes();
      require(kind, answer);
      return new ByteArrayInputStream(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw SdkClientException.create("the answer is no XML", e);
    }
  }

  private static void require(Kind kind, byte[] answer) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(answer));
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        require(kind, xml.getLocalName(), depth++);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static void require(Kind kind, String name, int depth) {
    boolean known =
        switch (depth) {
          case 0 -> name.equals(kind.root());
          case 1 -> kind.within().isEmpty() || kind.within().contains(name);
          default -> true;
        };
    if (!known) {
      throw SdkClientException.create("the answer has an element that S3 does not send: " + name);
    }
  }
}
