using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Orders.N0
{
    public enum OrderState { New, Paid, Shipped, Returned, Cancelled }

    public sealed record OrderLine(string Article, int Quantity, decimal Price)
    {
        public decimal Total => Quantity * Price;
    }

    public sealed class Order
    {
        private readonly List<OrderLine> lines = new();

        public Order(Guid id, string customer, DateTime placed)
        {
            Id = id;
            Customer = customer ?? throw new ArgumentNullException(nameof(customer));
            Placed = placed;
        }

        public Guid Id { get; }
        public string Customer { get; }
        public DateTime Placed { get; }
        public OrderState State { get; private set; } = OrderState.New;
        public IReadOnlyList<OrderLine> Lines => lines;
        public decimal Total => lines.Sum(line => line.Total);

        public void Add(string article, int quantity, decimal price)
        {
            if (quantity <= 0) throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "must be positive");
            if (State != OrderState.New) throw new InvalidOperationException($"Order {Id} is {State} and takes no more lines.");
            lines.Add(new OrderLine(article, quantity, price));
        }

        public bool TryAdvance(OrderState next)
        {
            var allowed = (State, next) switch
            {
                (OrderState.New, OrderState.Paid) => true,
                (OrderState.New, OrderState.Cancelled) => true,
                (OrderState.Paid, OrderState.Shipped) => true,
                (OrderState.Shipped, OrderState.Returned) => true,
                _ => false,
            };
            if (allowed) State = next;
            return allowed;
        }
    }

    public interface IOrderStore
    {
        Task<Order?> FindAsync(Guid id, CancellationToken cancel);
        Task<IReadOnlyList<Order>> OfCustomerAsync(string customer, CancellationToken cancel);
        Task SaveAsync(Order order, CancellationToken cancel);
    }

    public sealed class OrderService
    {
        private readonly IOrderStore store;
        private readonly Func<DateTime> clock;
        private readonly Dictionary<string, decimal> discounts = new(StringComparer.OrdinalIgnoreCase)
        {
            ["gold"] = 0.10m,
            ["silver"] = 0.05m,
            ["staff"] = 0.20m,
        };

        public OrderService(IOrderStore store, Func<DateTime> clock)
        {
            this.store = store;
            this.clock = clock;
        }

        public async Task<Order> PlaceAsync(string customer, IEnumerable<(string Article, int Quantity, decimal Price)> wanted, CancellationToken cancel)
        {
            var order = new Order(Guid.NewGuid(), customer, clock());
            foreach (var (article, quantity, price) in wanted)
            {
                cancel.ThrowIfCancellationRequested();
                order.Add(article, quantity, price);
            }
            if (order.Lines.Count == 0) throw new InvalidOperationException("An order needs at least one line.");
            await store.SaveAsync(order, cancel).ConfigureAwait(false);
            return order;
        }

        public async Task<bool> PayAsync(Guid id, decimal amount, CancellationToken cancel)
        {
            var order = await store.FindAsync(id, cancel).ConfigureAwait(false);
            if (order is null || amount < order.Total) return false;
            if (!order.TryAdvance(OrderState.Paid)) return false;
            await store.SaveAsync(order, cancel).ConfigureAwait(false);
            return true;
        }

        public decimal Discounted(Order order, string? level)
        {
            var rate = level is not null && discounts.TryGetValue(level, out var found) ? found : 0m;
            var total = order.Total;
            return total > 100m ? Math.Round(total * (1 - rate), 2) : total;
        }

        public async Task<string> SummaryAsync(string customer, CancellationToken cancel)
        {
            var orders = await store.OfCustomerAsync(customer, cancel).ConfigureAwait(false);
            var byState = orders
                .GroupBy(order => order.State)
                .OrderBy(group => group.Key)
                .Select(group => new { State = group.Key, Count = group.Count(), Total = group.Sum(order => order.Total) })
                .ToList();
            var text = string.Join(Environment.NewLine, byState.Select(row => string.Format(CultureInfo.InvariantCulture, "{0,-10} {1,4} {2,12:0.00}", row.State, row.Count, row.Total)));
            return $"Orders of {customer} since {orders.Min(order => order.Placed):yyyy-MM-dd}:{Environment.NewLine}{text}";
        }
    }
}
