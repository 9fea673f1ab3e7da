using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// The signing keys as they lie in the folder now: looked at once a minute, so that a rotation needs no restart. A folder
/// that can no longer be read leaves the last good keys in use.
/// </summary>
internal sealed partial class SigningKeys(EpdSmartOptions options, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private IReadOnlyList<SigningKey>? _keys;
    private DateTimeOffset _readAt;

    /// <summary>The key that signs now.</summary>
    public SigningKey Current => All()[0];

    /// <summary>The public halves of all keys, as a JSON Web Key Set (RFC 7517).</summary>
    public string PublicSet()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (var key in All())
            {
                key.WritePublic(json);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private IReadOnlyList<SigningKey> All()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_keys is not null && now - _readAt < _freshFor)
            {
                return _keys;
            }
            try
            {
                var read = SigningKeyFolder.Read(options.KeyFolder, options.KeyPassword);
                if (_keys is not null && _keys[0].Id != read[0].Id)
                {
                    Rotated(read[0].Id);
                }
                _keys = read;
            }
            catch (Exception e) when (SigningKeyFolder.IsUnreadable(e))
            {
                Unreadable(e.Message);
                _ = _keys ?? throw new EpdException(EpdFailure.NotAuthenticated, "The portal has no key to sign with.", e);
            }
            _readAt = now;
            return _keys;
        }
    }

    [LoggerMessage(1305, LogLevel.Information, "The key that signs for the portal at the EPD is now {KeyId}")]
    private partial void Rotated(string keyId);

    [LoggerMessage(1306, LogLevel.Warning, "The folder of signing keys cannot be read ({Detail}); the last good keys stay in use")]
    private partial void Unreadable(string detail);
}
