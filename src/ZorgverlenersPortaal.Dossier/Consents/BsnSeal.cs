using System.Security.Cryptography;
using System.Text;
using Dapper;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Consents;

/// <summary>
/// Makes of a BSN what can be compared and not read (R6): an HMAC-SHA256 under a key that lies in a file beside the database, so that
/// a copy of the database alone tells nobody. Throws InvalidOperationException when that file does not belong to the database: then
/// no objection by BSN would be recognised, and the portal must not start.
/// </summary>
internal sealed class BsnSeal
{
    private readonly byte[] _key;

    public BsnSeal(StorageOptions storage, Database database)
    {
        var file = storage.KeyFile(KeyFile.Proven);
        using var connection = database.Open();
        var isKnown = connection.ExecuteScalar<long>("SELECT count(*) FROM bsn_seal") > 0;
        if (!isKnown && !File.Exists(file))
        {
            KeyFile.Make(file);
        }
        _key = File.Exists(file) ? File.ReadAllBytes(file) : [];
        var proof = Of("proof");
        using (var transaction = database.BeginAsync(connection, CancellationToken.None).GetAwaiter().GetResult())
        {
            // One writer: of two nodes that start on an empty database at once, the first one's key counts.
            connection.Execute("INSERT INTO bsn_seal (proof) SELECT @proof WHERE NOT EXISTS (SELECT 1 FROM bsn_seal)", new { proof }, transaction);
            transaction.Commit();
        }
        if (_key.Length != KeyFile.Bytes || connection.ExecuteScalar<long>("SELECT count(*) FROM bsn_seal WHERE proof = @proof", new { proof }) != 1)
        {
            throw new InvalidOperationException(
                $"The key of the hospital's patient list, {file}, is missing or not that of this database: objections by BSN would not be recognised. Restore it from the same backup, or copy it from another node.");
        }
    }

    /// <summary>The seal of this BSN, hexadecimal.</summary>
    public string Of(Bsn bsn) => Of(bsn.Value);

    private string Of(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(text)));
}
