package dev.interlock.facts.arm;

import dev.interlock.expression.FunctionTable;
import dev.interlock.facts.arm.function.TemplateFunctions;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.List;
import java.util.Random;

/** Templates that make little sense: any expression at any place. */
final class RandomTemplates {

  private static final FunctionTable<TemplateScope> FUNCTIONS = TemplateFunctions.table();

  private static final List<String> LEAVES =
      List.of(
          "parameters('pw')",
          "parameters('creds')",
          "parameters('creds').password",
          "parameters('creds').list",
          "parameters('holder').inner",
          "parameters('pin')",
          "parameters('plain')",
          "parameters('names')",
          "variables('v')",
          "variables('w')",
          "variables('v').a",
          "'text'",
          "'Microsoft.Storage/storageAccounts'",
          "'{\"a\": 1}'",
          "'10.0.0.0/16'",
          "0",
          "3",
          "-1",
          "null()",
          "true()",
          "false()",
          "createArray(parameters('pw'), 'b', 2)",
          "createObject('k', parameters('pw'))",
          "resourceGroup()",
          "reference('acc')",
          "reference('m').outputs",
          "copyIndex()",
          "c.f(parameters('pw'))",
          "lambda('x', lambdaVariables('x'))",
          "lambda('x', 'y', concat(lambdaVariables('x'), parameters('pw')))",
          "lambdaVariables('x')");

  private final Random random;
  private final List<String> names = List.copyOf(FUNCTIONS.names());

  RandomTemplates(long seed) {
    this.random = new Random(seed);
  }

  /** An expression in its brackets, as it stands in JSON. */
  String written() {
    return "\"[" + expression(3).replace("\\", "\\\\").replace("\"", "\\\"") + "]\"";
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    StringBuilder call = new StringBuilder(names.get(random.nextInt(names.size()))).append('(');
    int arguments = random.nextInt(4);
    for (int i = 0; i < arguments; i++) {
      call.append(i == 0 ? "" : ", ").append(expression(depth - 1));
    }
    return call.append(')').append(random.nextInt(8) == 0 ? access(depth) : "").toString();
  }

  private String access(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> ".a";
      case 1 -> "[" + expression(depth - 1) + "]";
      default -> ".?b";
    };
  }

  /** A value at a place where anything may stand. */
  private String any(String usual) {
    return switch (random.nextInt(6)) {
      case 0 -> written();
      case 1 -> random.nextInt(6) == 0 ? "null" : usual;
      default -> usual;
    };
  }

  /** A template; secure values are given in it and beside it. */
  String template(String secret) {
    return TEMPLATE.replace("SECRET", secret).transform(this::filled);
  }

  private String filled(String template) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = template.indexOf("«"); at >= 0; at = template.indexOf("«", from)) {
      int end = template.indexOf("»", at);
      out.append(template, from, at).append(any(template.substring(at + 1, end)));
      from = end + 1;
    }
    return out.append(template.substring(from)).toString();
  }

  private static final String TEMPLATE =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "definitions": {"inner": {"type": "object", "properties": {"inner": {"type": "securestring"}}}},
        "functions": [{"namespace": "c", "members": {"f": {
          "parameters": [{"name": "x", "type": "string"}],
          "output": {"type": "string", "value": «"[concat(parameters('x'), '!')]"»}}}}],
        "parameters": {
          "pw": {"type": "securestring", "defaultValue": "SECRET"},
          "pin": {"type": "securestring", "defaultValue": "86753098675309"},
          "creds": {"type": "secureObject", "defaultValue": {
            "password": "SECRET", "number": 86753098675309, "list": ["SECRET", {"x": "SECRET"}]}},
          "holder": {"$ref": "#/definitions/inner", "defaultValue": {"inner": "SECRET"}},
          "broken": {"type": "securestring", "defaultValue": "[SECRET('SECRET']"},
          "plain": {"type": "string", "defaultValue": «"plain"»},
          "names": {"type": "array", "defaultValue": «["a", "b"]»}
        },
        "variables": {"v": {"a": «"x"», "b": «[1]»}, "w": «"[variables('v').a]"»,
          "copy": [{"name": "looped", "count": «2», "input": «"[copyIndex('looped')]"»}]},
        "resources": [
          {"type": «"Microsoft.Storage/storageAccounts"», "apiVersion": «"2023-05-01"», "name": «"acc"»,
           "location": «"westeurope"», "tags": «{"a": "b"}», "condition": «true»,
           "scope": «null», "dependsOn": «["m"]»,
           "copy": «{"name": "loop", "count": 2}»,
           "properties": {"a": «"x"», "b": «{"c": [1]}», "[concat('k', parameters('plain'))]": «1»,
             "copy": [{"name": "p", "count": «2», "input": «"x"»}]}},
          {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": «"other"»,
           "copy": {"name": «"loop2"», "count": «2»}, "dependsOn": [«"acc"», «"loop"»],
           "resources": [{"type": «"blobServices"», "apiVersion": «"1"», "name": «"default"», "properties": «{}»}]},
          {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": «"m"»,
           "resourceGroup": «"rg"», "subscriptionId": «"s"», "location": «"x"»,
           "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": «"inner"»},
            "parameters": {"p": {"value": «"[parameters('pw')]"»}, "q": «{"value": 1}»},
            "template": {"$schema": "x", "contentVersion": "1.0.0.0",
             "parameters": {"p": {"type": «"string"», "allowedValues": «null»}, "q": {"type": «"int"»}},
             "resources": [{"type": "A.B/c", "apiVersion": "1", "name": «"[parameters('p')]"»,
               "properties": {"x": «"[parameters('p')]"»}}],
             "outputs": {"o": {"type": «"string"», "value": «"[parameters('p')]"»}}}}},
          {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "l",
           "properties": {"mode": "Incremental", "templateLink": {"uri": «"https://x/y.json"»},
             "parametersLink": «null»}}
        ],
        "outputs": {
          "a": {"type": «"string"», "value": «"[parameters('pw')]"», "condition": «true»},
          "b": {"type": "object", "value": «"[reference('m').outputs.o.value]"»},
          "c": {"type": "array", "copy": {"count": «2», "input": «"[copyIndex()]"»}}
        }
      }
      """;
}
