using HotelCorporate.Domain.Amounts;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HotelCorporate.Web.Database;

internal sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));
