package dev.interlock.recovery.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of a module, out of whatever people write into manifests. */
class ManifestTest {

  private static String version(String manifest) {
    return Manifest.of(manifest).version();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version': '18.0.1.2.3'}",
        "{\"version\": \"18.0.1.2.3\",}",
        "{'''version''': \"\"\"18.0.1.2.3\"\"\"}",
        "{u'version': u'18.0.1.2.3'}",
        "{r'version': R\"18.0.1.2.3\"}",
        "{'name': 'x', 'version' : # why\n  '18.0.' \\\n '1.2.3', }",
        "{'version': ('18.0'\n  '.1.2.3')}",
        "{'ver' 'sion': '18.0.1.2.3'}",
        "\uFEFF# -*- coding: utf-8 -*-\r\n{\r\n'version': '18.0.1.2.3',\r\n}\r\n# the end",
        "{'version': '0.1', 'version': '18.0.1.2.3'}"
      })
  void it_is_found_however_it_is_written(String manifest) {
    assertThat(version(manifest)).isEqualTo("18.0.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'external': {'version': '9'}, 'version': '2.0', 'more': [{'version': '8'}]}",
        "{'description': '''\n 'version': '9', # \"}\n''', 'version': '2.0'}",
        "{'description': \"\"\"It's 5\" wide, {'version': '9'\"\"\", 'version': '2.0'}",
        "{'summary': 'it\\'s, \"version\": \"9\"', 'version': '2.0'}",
        "{'path': 'c:\\\\', 'version': '2.0'}",
        "{'path': r'c:\\', x', 'version': '2.0'}",
        "{# 'version': '9',\n'version': '2.0' # , 'version': '8'\n}",
        "{'versions': '9', 'Version': '8', 'version': '2.0', 'x': 'version'}",
        "{'price': 49.90, 'sequence': -1, 'auto_install': ['sale'], 'x': (), 'version': '2.0'}",
        "{'summary': 'gr\\xfc\\u00df \\N{BULLET} \\101', 'version': '2.0'}",
        "{'version': '2.0', 'a': {'b': ['c', ('d', {'e': None})]}, 'f': '' ''}"
      })
  void nothing_deeper_and_nothing_in_words_is_taken_for_it(String manifest) {
    assertThat(version(manifest)).isEqualTo("2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'name': 'x'}", "{'a': {'version': '9'}, 'versions': '8',}"})
  void a_module_without_a_version_has_that_which_odoo_gives_it(String manifest) {
    assertThat(version(manifest)).isEqualTo("1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "version = '2.0'",
        "'{'",
        "['version', '2.0']",
        "{'version', '2.0'}",
        "{'version': 2.0}",
        "{'version': '2.0' + '.1'}",
        "{'version': ('2.0', '1')}",
        "{'version': f'2.{0}'}",
        "{'version': b'2.0'}",
        "{'version': '2\\x2e0'}",
        "{'version': VERSION}",
        "{'version': }",
        "{'version': '2.0'",
        "{'version': '2.0',",
        "{'version': '2.0']",
        "{'version': '2.0'}}",
        "{'version': '2.0'}.copy()",
        "import os\n{'version': '2.0'}",
        "{'version': '2.0\n'}",
        "{'version': '2.0}",
        "{'version': '''2.0}",
        "{'version': '2.0', 'x': '\\",
        "{'version': '2.0', **more}",
        "{'version': '2.0', 'vers\\x69on': '3.0'}",
        "{,}",
        "{",
        "}",
        "{'x': 1,, 'version': '2.0'}"
      })
  void what_cannot_be_told_is_left_empty(String manifest) {
    assertThat(version(manifest)).isEmpty();
    assertThat(Manifest.of(manifest).installable()).isTrue();
  }

  @Test
  void a_module_that_odoo_must_not_load_is_told_apart() {
    assertThat(Manifest.of("{'installable': False, 'version': '1'}").installable()).isFalse();
    assertThat(Manifest.of("{'installable': 0}").installable()).isFalse();
    assertThat(Manifest.of("{'installable': True}").installable()).isTrue();
    assertThat(Manifest.of("{'installable': 'False'}").installable()).isTrue();
    assertThat(Manifest.of("{'x': {'installable': False}}").installable()).isTrue();
  }

  @Test
  void a_manifest_that_nests_without_end_is_read_to_its_end() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);

    assertThat(version("{'x': " + deep + ", 'version': '2.0'}")).isEqualTo("2.0");
    assertThat(version("{'x': " + "(".repeat(200_000))).isEmpty();
  }
}
