package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.http.AwsAnswer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * As much of DynamoDB's client as the table needs. No answer, and one that says "not now", is an outage. What else
 * DynamoDB says, such as that a condition failed, is for whoever asked.
 */
final class TableClient implements DynamoDbClient {

    private final DynamoDbClient client;

    TableClient(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return answer(client::getItem, request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return answer(client::batchGetItem, request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return answer(client::query, request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return answer(client::putItem, request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return answer(client::updateItem, request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return answer(client::deleteItem, request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return answer(client::transactWriteItems, request);
    }

    private static <Q, A> A answer(Function<Q, A> call, Q request) {
        return AwsAnswer.of("the table", () -> call.apply(request));
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        client.close();
    }
}
