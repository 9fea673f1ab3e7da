using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Remembered;

/// <summary>
/// Makes of an id of the EPD what can be compared and not read, another for each doctor: HMAC-SHA256 under a key in a file beside the
/// database. Without that file the portal only forgets what doctors have seen; it makes a new one. In PostgreSQL, which nodes share, it is
/// made of the key of the hospital's list, which the portal proves at its start to be the same on each: nodes with two keys would forget
/// for each other.
/// </summary>
internal sealed class MemorySeal
{
    private readonly byte[] _key;

    public MemorySeal(StorageOptions storage)
    {
        if (storage.IsPostgreSql)
        {
            _key = KeyFile.Derive(storage.KeyFile(KeyFile.Proven), "memory");
            return;
        }
        var file = storage.KeyFile("memory-key");
        if (!File.Exists(file))
        {
            KeyFile.Make(file);
        }
        _key = File.ReadAllBytes(file);
        if (_key.Length != KeyFile.Bytes)
        {
            throw new InvalidOperationException($"{file} is not a key of {KeyFile.Bytes} bytes. Restore it, or remove it: then the portal forgets what doctors have seen.");
        }
    }

    /// <summary>What stands for a patient in this doctor's memory, hexadecimal.</summary>
    public string Patient(string doctor, string patientId) => Convert.ToHexString(Of("patient", doctor, patientId));

    /// <summary>What stands for an item, or a version of one, of this subject.</summary>
    public long Item(string subject, string text) => BinaryPrimitives.ReadInt64BigEndian(Of("item", subject, text));

    /// <summary>The texts with their lengths, so that no two rows of texts are the same bytes.</summary>
    private byte[] Of(params string[] texts) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => FormattableString.Invariant($"{text.Length}:{text}")))));
}
