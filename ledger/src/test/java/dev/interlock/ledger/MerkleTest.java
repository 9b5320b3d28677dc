package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ledger.merkle.CompactTree;
import dev.interlock.ledger.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6962 and RFC 9162 trees and proofs: published vectors, then every size against an oracle. */
class MerkleTest {

  private static final int SIZES = 130;

  /** The eight leaves of the certificate-transparency reference tests. */
  private static final List<Bytes> REFERENCE =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(Bytes::hex)
          .toList();

  private static final String A =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String B =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String C =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String D =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String E =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String F =
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
  private static final String G =
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
  private static final String H =
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
  private static final String I =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

  private static final List<Bytes> ENTRIES = Samples.entries(SIZES, new Random(7));
  private static final Rfc6962 ORACLE = new Rfc6962(ENTRIES);
  private static final MerkleTree TREE = new MerkleTree();
  private static final List<Bytes> ROOTS = new ArrayList<>();

  @BeforeAll
  static void grow() {
    grow(TREE, ENTRIES);
    for (int size = 0; size <= SIZES; size++) {
      ROOTS.add(ORACLE.root(size));
    }
  }

  private static void grow(MerkleTree tree, List<Bytes> entries) {
    entries.forEach(entry -> tree.append(InclusionProof.leafHash(entry).toArray()));
  }

  @ParameterizedTest
  @CsvSource({
    "0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5,4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6,76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7,ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void roots_are_those_of_the_reference(int size, String root) {
    MerkleTree tree = new MerkleTree();
    grow(tree, REFERENCE);
    assertThat(Bytes.of(tree.root(size)).hex()).isEqualTo(root);
    assertThat(new Rfc6962(REFERENCE).root(size).hex()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,''",
    "0,8," + A + " " + B + " " + C,
    "5,8," + D + " " + E + " " + F,
    "2,3," + G,
    "1,5," + H + " " + B + " " + D
  })
  void inclusion_proofs_are_those_of_the_reference(int index, int size, String path) {
    MerkleTree tree = new MerkleTree();
    grow(tree, REFERENCE);
    InclusionProof proof = new InclusionProof(index, size, bytes(tree.inclusion(index, size)));
    assertThat(proof.path()).isEqualTo(hashes(path));
    assertThat(proof.proves(REFERENCE.get(index), Bytes.of(tree.root(size)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,''",
    "1,8," + A + " " + B + " " + C,
    "6,8," + I + " " + E + " " + F,
    "2,5," + B + " " + D
  })
  void consistency_proofs_are_those_of_the_reference(int from, int to, String path) {
    MerkleTree tree = new MerkleTree();
    grow(tree, REFERENCE);
    ConsistencyProof proof = new ConsistencyProof(from, to, bytes(tree.consistency(from, to)));
    assertThat(proof.path()).isEqualTo(hashes(path));
    assertThat(proof.proves(Bytes.of(tree.root(from)), Bytes.of(tree.root(to)))).isTrue();
  }

  @Test
  void every_root_is_that_of_the_definition_from_both_trees() {
    CompactTree compact = new CompactTree();
    for (int size = 0; size <= SIZES; size++) {
      assertThat(Bytes.of(TREE.root(size))).isEqualTo(ROOTS.get(size));
      assertThat(Bytes.of(compact.root())).isEqualTo(ROOTS.get(size));
      if (size < SIZES) {
        compact.append(TREE.leaf(size));
      }
    }
  }

  @Test
  void compact_tree_continues_from_the_edge_of_a_whole_one() {
    for (int size = 0; size < SIZES; size++) {
      MerkleTree whole = new MerkleTree();
      grow(whole, ENTRIES.subList(0, size));
      CompactTree edge = CompactTree.edgeOf(whole);
      edge.append(TREE.leaf(size));
      assertThat(Bytes.of(edge.root())).isEqualTo(ROOTS.get(size + 1));
    }
  }

  @Test
  void every_inclusion_proof_is_that_of_the_definition_and_verifies() {
    for (int size = 1; size <= SIZES; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = inclusion(index, size);
        assertThat(proof.path()).isEqualTo(ORACLE.path(index, size));
        assertThat(proof.proves(ENTRIES.get(index), ROOTS.get(size))).isTrue();
      }
    }
  }

  @Test
  void every_consistency_proof_is_that_of_the_definition_and_verifies() {
    for (int to = 1; to <= SIZES; to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = consistency(from, to);
        assertThat(proof.path()).isEqualTo(ORACLE.proof(from, to));
        assertThat(proof.proves(ROOTS.get(from), ROOTS.get(to))).isTrue();
      }
      assertThat(consistency(0, to).proves(ROOTS.get(0), ROOTS.get(to))).isTrue();
      assertThat(consistency(0, to).proves(ROOTS.get(1), ROOTS.get(to))).isFalse();
    }
  }

  @Test
  void inclusion_proof_holds_for_no_other_entry_index_or_root() {
    for (int size = 1; size <= 40; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = inclusion(index, size);
        for (int other = 0; other < size; other++) {
          if (other != index) {
            assertThat(proof.proves(ENTRIES.get(other), ROOTS.get(size))).isFalse();
            assertThat(proof.proves(ENTRIES.get(index), ROOTS.get(other))).isFalse();
            assertThat(
                    new InclusionProof(other, size, proof.path())
                        .proves(ENTRIES.get(index), ROOTS.get(size)))
                .isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 11, 16, 21, 64, 130})
  void changed_inclusion_proof_never_holds(int size) {
    for (int index = 0; index < size; index++) {
      int at = index;
      assertNoMutationHolds(
          inclusion(index, size).path(),
          path -> new InclusionProof(at, size, path).proves(ENTRIES.get(at), ROOTS.get(size)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 11, 16, 21, 64, 130})
  void changed_consistency_proof_never_holds(int to) {
    for (int from = 0; from <= to; from++) {
      int at = from;
      assertNoMutationHolds(
          consistency(from, to).path(),
          path -> new ConsistencyProof(at, to, path).proves(ROOTS.get(at), ROOTS.get(to)));
    }
  }

  @Test
  void consistency_proof_holds_for_no_other_roots() {
    for (int to = 1; to <= 40; to++) {
      for (int from = 1; from < to; from++) {
        ConsistencyProof proof = consistency(from, to);
        for (int other = 0; other <= to; other++) {
          if (other != from) {
            assertThat(proof.proves(ROOTS.get(other), ROOTS.get(to))).isFalse();
          }
          if (other != to) {
            assertThat(proof.proves(ROOTS.get(from), ROOTS.get(other))).isFalse();
          }
        }
      }
    }
  }

  private static void assertNoMutationHolds(List<Bytes> path, Predicate<List<Bytes>> holds) {
    assertThat(holds.test(path)).as("the proof itself holds").isTrue();
    for (List<Bytes> mutation : mutations(path)) {
      assertThat(holds.test(mutation)).as("%s", mutation).isFalse();
    }
  }

  private static List<List<Bytes>> mutations(List<Bytes> path) {
    List<List<Bytes>> all = new ArrayList<>();
    Bytes zero = Bytes.of(new byte[32]);
    for (int i = 0; i <= path.size(); i++) {
      List<Bytes> longer = new ArrayList<>(path);
      longer.add(i, i < path.size() ? path.get(i) : zero);
      all.add(longer);
    }
    for (int i = 0; i < path.size(); i++) {
      List<Bytes> shorter = new ArrayList<>(path);
      shorter.remove(i);
      all.add(shorter);
      for (int bit : new int[] {0, 77, 255}) {
        List<Bytes> flipped = new ArrayList<>(path);
        byte[] hash = path.get(i).toArray();
        hash[bit / 8] ^= (byte) (1 << bit % 8);
        flipped.set(i, Bytes.of(hash));
        all.add(flipped);
      }
      List<Bytes> cut = new ArrayList<>(path);
      cut.set(i, Bytes.of(new byte[31]));
      all.add(cut);
      List<Bytes> swapped = new ArrayList<>(path);
      Collections.swap(swapped, i, (i + 1) % path.size());
      if (!swapped.equals(path)) {
        all.add(swapped);
      }
    }
    return all;
  }

  private static InclusionProof inclusion(int index, int size) {
    return new InclusionProof(index, size, bytes(TREE.inclusion(index, size)));
  }

  private static ConsistencyProof consistency(int from, int to) {
    return new ConsistencyProof(from, to, bytes(TREE.consistency(from, to)));
  }

  private static List<Bytes> bytes(List<byte[]> hashes) {
    return hashes.stream().map(Bytes::of).toList();
  }

  private static List<Bytes> hashes(String hex) {
    return hex.isEmpty() ? List.of() : Stream.of(hex.split(" ")).map(Bytes::hex).toList();
  }
}
