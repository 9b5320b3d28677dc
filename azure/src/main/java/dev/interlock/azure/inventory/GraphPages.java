package dev.interlock.azure.inventory;

import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.resourcegraph.models.QueryRequest;
import com.azure.resourcemanager.resourcegraph.models.QueryRequestOptions;
import com.azure.resourcemanager.resourcegraph.models.QueryResponse;
import com.azure.resourcemanager.resourcegraph.models.ResourceProviders;
import com.azure.resourcemanager.resourcegraph.models.ResultFormat;
import com.azure.resourcemanager.resourcegraph.models.ResultTruncated;
import dev.interlock.azure.InventoryScope;
import dev.interlock.azure.client.NotAllGiven;
import dev.interlock.document.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All pages of all tables. */
public final class GraphPages {

  /** The most that Azure Resource Graph gives at once. */
  private static final int PAGE = 1000;

  /** Azure advises to ask for fewer than 300 subscriptions at a time. */
  private static final int MOST_SUBSCRIPTIONS = 299;

  private final ResourceProviders graph;
  private final Pace pace;
  private final Consumer<MappingNode> sink;
  private long rows;

  /** Hands every row to the sink. */
  public GraphPages(ResourceProviders graph, Pace pace, Consumer<MappingNode> sink) {
    this.graph = graph;
    this.pace = pace;
    this.sink = sink;
  }

  /**
   * Reads what the scope covers.
   *
   * @return how many rows there were
   * @throws ManagementException when Azure refuses
   * @throws NotAllGiven when some of it did not come
   */
  public long of(InventoryScope scope) {
    for (String table : scope.tables()) {
      for (QueryRequest question : questions(scope)) {
        all(question.withQuery(table + " | order by id asc"));
      }
    }
    return rows;
  }

  /** Subscriptions and management groups exclude each other in one question. */
  private static List<QueryRequest> questions(InventoryScope scope) {
    List<QueryRequest> questions = new ArrayList<>();
    List<String> ids = scope.subscriptions();
    for (int from = 0; from < ids.size(); from += MOST_SUBSCRIPTIONS) {
      int to = Math.min(ids.size(), from + MOST_SUBSCRIPTIONS);
      questions.add(new QueryRequest().withSubscriptions(ids.subList(from, to)));
    }
    if (!scope.managementGroups().isEmpty()) {
      questions.add(new QueryRequest().withManagementGroups(scope.managementGroups()));
    }
    return questions.isEmpty() ? List.of(new QueryRequest()) : questions;
  }

  private void all(QueryRequest question) {
    long before = rows;
    String token = null;
    QueryResponse page;
    do {
      page = graph.resources(question.withOptions(options(token)));
      rows(page.data());
      token = next(page, token);
    } while (token != null);
    if (rows - before < page.totalRecords()) {
      throw new NotAllGiven(
          "Azure counts %d rows and gave %d".formatted(page.totalRecords(), rows - before));
    }
    if (pace.limitHit()) {
      throw new NotAllGiven("this identity can read more subscriptions than one answer covers");
    }
  }

  private static QueryRequestOptions options(@Nullable String token) {
    var options =
        new QueryRequestOptions().withTop(PAGE).withResultFormat(ResultFormat.OBJECT_ARRAY);
    return token == null ? options : options.withSkipToken(token);
  }

  private static @Nullable String next(QueryResponse page, @Nullable String before) {
    String token = page.skipToken();
    boolean last = token == null || token.isEmpty();
    if (last && page.resultTruncated() == ResultTruncated.TRUE) {
      throw new NotAllGiven("Azure cut its answer and tells no way to the rest");
    }
    if (!last && token.equals(before)) {
      throw new NotAllGiven("Azure gave the same page twice");
    }
    return last ? null : token;
  }

  private void rows(Object data) {
    if (!(data instanceof List<?> list)) {
      throw new NotAllGiven("Azure's answer is no list of objects");
    }
    for (Object row : list) {
      if (RowNodes.of(row) instanceof MappingNode body) {
        rows++;
        sink.accept(RowNodes.withoutEmpty(body));
      } else {
        throw new NotAllGiven("Azure's answer has a row that is no object");
      }
    }
  }
}
