package dev.interlock.server.console;

import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.testkit.Checkout;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.ImportChanges;
import dev.interlock.usecases.ServerOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

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
    Queue queue =
        new RegisterQueue(book, new DecideRegistered(book, "test", options::asOf), estate);
    Shells shells = new Shells(estate, clock);
    pages =
        MockMvcBuilders.standaloneSetup(
                new BoardController(estate, board, queue, shells, clock),
                new ChangesController(queue, shells, clock),
                new DecisionController(queue, shells, clock),
                new CalendarController(estate, board, shells, clock),
                new FindingsController(queue, estate, shells, clock),
                new EstateController(estate, shells))
            .setViewResolvers(new JteViews())
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
}
