package dev.interlock.server.console;

import dev.interlock.goldens.Checkout;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.server.findings.ListFindings;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.ImportChanges;
import dev.interlock.usecases.RefreshJudgements;
import dev.interlock.usecases.ServerOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The pages of the console on the sample estate, at an instant; without sign-in and network. */
final class SampleConsole {

  private final MockMvc pages;

  SampleConsole(Instant now) {
    InstantSource clock = InstantSource.fixed(now);
    Path samples = Checkout.samples();
    ServerOptions options =
        new ServerOptions(
            samples.resolve("estate").toString(),
            samples.resolve("changes"),
            samples.resolve("evidence"),
            0,
            "127.0.0.1",
            samples,
            null,
            true);
    CurrentEstate estate = new CurrentEstate(new EstateFolder(samples.resolve("estate")), clock);
    estate.refresh();
    LiveBoard board = new LiveBoard(estate, options);
    ChangeBook book = ChangeBook.inMemory();
    new ImportChanges(book)
        .run(
            samples.resolve("changes"),
            samples.resolve("evidence"),
            estate.inForce(),
            new Author("sample", now));
    DecideRegistered deciding = new DecideRegistered(book, "test", options::asOf);
    new RefreshJudgements(book, deciding, clock).run(estate.inForce(), 100);
    Queue queue = new Queue(book, deciding, estate);
    Shells shells = new Shells(estate, clock);
    pages =
        MockMvcBuilders.standaloneSetup(
                new BoardController(estate, board, queue, shells, clock),
                new ChangesController(queue, shells),
                new DecisionController(new DecisionPages(queue, shells, clock)),
                new CalendarController(estate, board, queue, shells, clock),
                new FindingsController(ListFindings.of(book, estate), book, estate, shells, clock),
                new EstateController(estate, shells))
            .setCustomArgumentResolvers(new Somebody())
            .setViewResolvers(new JteViews())
            .setControllerAdvice(new ConsoleErrors())
            .build();
  }

  /** The text of a page. */
  String page(String path) throws Exception {
    var response = answer(path);
    if (response.getStatus() != HttpStatus.OK.value()) {
      throw new AssertionError(path + " answers " + response.getStatus());
    }
    return response.getContentAsString();
  }

  /** The status of the answer. */
  int status(String path) throws Exception {
    return answer(path).getStatus();
  }

  private org.springframework.mock.web.MockHttpServletResponse answer(String path)
      throws Exception {
    return pages.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
  }

  /** A viewer without a person behind the account. */
  private static final class Somebody implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(SignedIn.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer model,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      return new SignedIn(
          "reader", "reader", "Reader", null, Set.of(AccountRole.VIEWER), Set.of(), null, false);
    }
  }
}
