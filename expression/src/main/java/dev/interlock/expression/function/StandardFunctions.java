package dev.interlock.expression.function;

import dev.interlock.expression.LazyFunction;
import dev.interlock.expression.PureFunction;
import java.util.List;

/** All functions that need nothing but their arguments. */
public final class StandardFunctions {

  /** Those that are given values. */
  public static final List<PureFunction> PURE =
      List.of(
          new Add(),
          new AddDays(),
          new ArrayFunction(),
          new Base64Function(),
          new Base64ToJson(),
          new Base64ToString(),
          new Bool(),
          new CidrHost(),
          new CidrSubnet(),
          new Concat(),
          new Contains(),
          new CreateArray(),
          new CreateObject(),
          new DataUri(),
          new DataUriToString(),
          new DateTimeAdd(),
          new DateTimeFromEpoch(),
          new DateTimeToEpoch(),
          new Div(),
          new Empty(),
          new EndsWith(),
          new EqualsFunction(),
          new False(),
          new Fail(),
          new First(),
          new Flatten(),
          new FloatFunction(),
          new Format(),
          new Greater(),
          new GreaterOrEquals(),
          new Guid(),
          new IndexFromEnd(),
          new IndexOf(),
          new IntFunction(),
          new Intersection(),
          new IpRangeContains(),
          new Items(),
          new Join(),
          new Json(),
          new Last(),
          new LastIndexOf(),
          new Length(),
          new Less(),
          new LessOrEquals(),
          new Max(),
          new Min(),
          new Mod(),
          new Mul(),
          new Not(),
          new Null(),
          new ObjectKeys(),
          new PadLeft(),
          new ParseCidr(),
          new Range(),
          new Replace(),
          new ShallowMerge(),
          new Skip(),
          new Split(),
          new StartsWith(),
          new StringFunction(),
          new Sub(),
          new Substring(),
          new Take(),
          new ToLower(),
          new ToUpper(),
          new Trim(),
          new True(),
          new TryGet(),
          new TryIndexFromEnd(),
          new Union(),
          new UniqueString(),
          new Uri(),
          new UriComponent(),
          new UriComponentToString());

  /** Those that decide what is evaluated. */
  public static final List<LazyFunction> LAZY =
      List.of(
          new And(),
          new Coalesce(),
          new Filter(),
          new GroupBy(),
          new If(),
          new MapFunction(),
          new MapValues(),
          new Or(),
          new Reduce(),
          new Sort(),
          new ToObject());

  private StandardFunctions() {}
}
