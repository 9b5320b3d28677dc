package dev.interlock.recovery.blobstore;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobImmutabilityPolicy;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.store.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object on its way into a container, in blocks. Blocks are nothing before they are committed;
 * whoever is stopped leaves blocks that Azure forgets after a week.
 */
final class BlobUpload {

  private static final int BLOCK = 8 << 20;
  private static final String UPLOAD = "upload";

  private final BlobFaults faults;
  private final BlockBlobClient blob;
  private final String id = UUID.randomUUID().toString();
  private final Map<String, String> metadata = new HashMap<>();
  private final @Nullable BlobImmutabilityPolicy policy;

  BlobUpload(
      BlobFaults faults, BlockBlobClient blob, @Nullable Instant until, Immutability immutability) {
    this.faults = faults;
    this.blob = blob;
    metadata.put(UPLOAD, id);
    if (until != null) {
      BlobUntil.note(metadata, until);
    }
    policy = until == null || immutability == Immutability.NOTED ? null : BlobUntil.policy(until);
  }

  /** Uploads; empty when there is an object of that name. */
  @Nullable StoredObject upload(String name, InputStream content) throws IOException {
    Sha256 digest = new Sha256();
    byte[] block = content.readNBytes(BLOCK);
    digest.update(block, block.length);
    long bytes = block.length;
    List<String> blocks = new ArrayList<>();
    while (block.length == BLOCK) {
      stage(blocks, block);
      block = content.readNBytes(BLOCK);
      digest.update(block, block.length);
      bytes += block.length;
    }
    byte[] last = block;
    boolean ours = isOurs(() -> end(blocks, last));
    return ours ? new StoredObject(name, bytes, digest.text()) : null;
  }

  private void end(List<String> blocks, byte[] last) {
    if (blocks.isEmpty() && single(last)) {
      return;
    }
    if (last.length > 0) {
      stage(blocks, last);
    }
    commit(blocks);
  }

  private void stage(List<String> blocks, byte[] block) {
    String number = id + "-" + String.format("%08d", blocks.size());
    String name = Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.US_ASCII));
    faults.ask(
        "write",
        () ->
            blob.stageBlockWithResponse(
                name,
                new ByteArrayInputStream(block),
                block.length,
                md5(block),
                null,
                null,
                Context.NONE));
    blocks.add(name);
  }

  private void commit(List<String> blocks) {
    BlockBlobCommitBlockListOptions options =
        new BlockBlobCommitBlockListOptions(blocks)
            .setMetadata(metadata)
            .setImmutabilityPolicy(policy)
            .setRequestConditions(ifAbsent());
    faults.ask("write", () -> blob.commitBlockListWithResponse(options, null, Context.NONE));
  }

  /** False when blocks of an upload that was stopped are in the way; a commit replaces them. */
  private boolean single(byte[] content) {
    BlockBlobSimpleUploadOptions options =
        new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(content))
            .setContentMd5(md5(content))
            .setMetadata(metadata)
            .setImmutabilityPolicy(policy)
            .setRequestConditions(ifAbsent());
    try {
      faults.ask("write", () -> blob.uploadWithResponse(options, null, Context.NONE));
      return true;
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == BlobFaults.CONFLICT && !faults.ask("read", blob::exists)) {
        return false;
      }
      throw e;
    }
  }

  private static BlobRequestConditions ifAbsent() {
    return new BlobRequestConditions().setIfNoneMatch("*");
  }

  /**
   * Does the last step. When its answer got lost it was asked again, and finds what it stored
   * itself in its way: the blob bears the name of the upload.
   */
  private boolean isOurs(Runnable end) {
    try {
      end.run();
      return true;
    } catch (BlobStorageException e) {
      if (!faults.ask("read", blob::exists)) {
        throw faults.failed("write", e);
      }
      return id.equals(blob.getProperties().getMetadata().get(UPLOAD));
    }
  }

  /** Azure compares it with what arrives. */
  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
